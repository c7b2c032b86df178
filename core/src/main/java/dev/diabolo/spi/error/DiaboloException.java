package dev.diabolo.spi.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that Diabolo and its plugins throw on purpose. Unchecked; carries a stable code for
 * programs, a kind that decides the exit code, and one or more problems for people.
 */
public final class DiaboloException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String code;
    private final transient List<Problem> problems;

    /**
     * @param kind what kind of failure this is
     * @param code a stable, kebab-case name of the failure, such as {@code data.ragged-row}
     * @param problems what is wrong, at least one
     * @param cause the failure underneath, or null
     */
    public DiaboloException(ErrorKind kind, String code, List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an error needs at least one problem");
        }
        this.kind = kind;
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    public DiaboloException(ErrorKind kind, String code, Problem problem) {
        this(kind, code, List.of(problem), null);
    }

    /** A mistake of the user's: exit code 2. */
    public static DiaboloException user(String code, Problem problem) {
        return new DiaboloException(ErrorKind.USER, code, problem);
    }

    /** A broken plugin: exit code 3. */
    public static DiaboloException plugin(String code, Problem problem) {
        return new DiaboloException(ErrorKind.PLUGIN, code, problem);
    }

    /** A machine that refuses (disk, network, permission): exit code 5. */
    public static DiaboloException resource(String code, Problem problem, @Nullable Throwable cause) {
        return new DiaboloException(ErrorKind.RESOURCE, code, List.of(problem), cause);
    }

    /** What kind of failure this is. */
    public ErrorKind kind() {
        return kind;
    }

    /** A stable, kebab-case name of the failure, such as {@code data.ragged-row}. */
    public String code() {
        return code;
    }

    /** What is wrong; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
