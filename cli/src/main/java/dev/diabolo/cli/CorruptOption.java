package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a command spoils the data that it gives to a model. */
final class CorruptOption {
    private static final String SECTION = "corruption.";
    private static final String TYPE = "corruption.type";
    /** Stands for the corruption of the model. */
    private static final String OWN = "";

    @Option(
            names = "--corrupt",
            arity = "0..1",
            paramLabel = "TYPE",
            preprocessor = AttachedOnly.class,
            description =
                    "Corrupts the data before the model is given them, and tells how well it restores them: by the model's own "
                            + "corruption, or another, as in --corrupt=gaussian.")
    private @Nullable String type;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the corruption, such as corruption.deviation=0.5; may be repeated.")
    private List<String> assignments = List.of();

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the noise of the corruption; the same seed corrupts the same examples alike.")
    private long seed;

    long seed() {
        return seed;
    }

    /** The corruption asked for; empty where none is. */
    Optional<Corruption> corruption(Diabolo diabolo, Autoencoder model) {
        if (type == null) {
            if (!assignments.isEmpty()) {
                throw DiaboloException.user(
                        "option.in-vain",
                        Problem.of("it has no effect without --corrupt")
                                .at("--set " + assignments.get(0))
                                .remedy("add --corrupt"));
            }
            return Optional.empty();
        }
        Object own = model.settings().get(TYPE);
        if (type.equals(OWN) && own == null) {
            throw DiaboloException.user(
                    "model.no-corruption",
                    Problem.of("this model was trained without a corruption")
                            .at("--corrupt")
                            .remedy("name one, as in --corrupt=gaussian; 'diabolo plugins list' has them all"));
        }
        boolean itsOwn = type.equals(OWN)
                || own != null && (own.equals(type) || own.toString().endsWith("." + type));
        Map<String, Object> options = new LinkedHashMap<>();
        if (itsOwn) {
            model.settings().forEach((key, value) -> {
                if (key.startsWith(SECTION) && !key.equals(TYPE)) {
                    options.put(key.substring(SECTION.length()), value);
                }
            });
        }
        assignments.forEach(assignment -> put(assignment, options));
        return Optional.of(diabolo.corruption(itsOwn ? String.valueOf(own) : type, options));
    }

    private static void put(String assignment, Map<String, Object> options) {
        String[] parts = assignment.split("=", 2);
        String key = parts[0].strip();
        if (parts.length < 2 || !key.startsWith(SECTION) || key.equals(TYPE)) {
            throw DiaboloException.user(
                    "option.not-of-corruption",
                    Problem.of("it is no setting of the corruption")
                            .at("--set " + assignment)
                            .allowed("corruption.KEY=VALUE")
                            .remedy("name the corruption itself as in --corrupt=gaussian"));
        }
        options.put(key.substring(SECTION.length()), parts[1].strip());
    }

    /** Takes a name only where it is written with an equals sign: what comes after a space is the next argument. */
    static final class AttachedOnly implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
            if (" ".equals(info.get("separator"))) {
                arguments.push(OWN);
            }
            return false;
        }
    }
}
