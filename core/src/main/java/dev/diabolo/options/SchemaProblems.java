package dev.diabolo.options;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the annotations of one options record. */
final class SchemaProblems {
    private final Class<?> type;
    private final List<Problem> problems = new ArrayList<>();

    SchemaProblems(Class<?> type) {
        this.type = type;
    }

    void add(String part, String what) {
        problems.add(Problem.of(what).at(type.getName() + (part.isEmpty() ? "" : ": " + part)));
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new DiaboloException(ErrorKind.PLUGIN, "options.malformed", problems, null);
        }
    }
}
