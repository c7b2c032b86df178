package dev.diabolo.config;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found while a configuration was checked: problems, told all at once, and warnings. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void problem(String key, @Nullable Setting setting, Problem problem) {
        problems.add(problem.at(setting == null ? key : key + " (" + setting.origin() + ")"));
    }

    /** Reports a problem of a key whose value was written under another, and once only for that one. */
    void problemOfReferred(String writtenUnder, Setting setting, String key, Problem problem) {
        String where = writtenUnder + " (" + setting.origin() + ")";
        if (problems.stream().noneMatch(known -> known.where().startsWith(where))) {
            problems.add(problem.at(where + ", used for " + key));
        }
    }

    void warning(String text) {
        warnings.add(text);
    }

    List<String> warnings() {
        return warnings;
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new DiaboloException(ErrorKind.USER, "config.invalid", problems, null);
        }
    }
}
