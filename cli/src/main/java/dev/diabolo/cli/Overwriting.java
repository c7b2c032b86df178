package dev.diabolo.cli;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses to write over what is being read: it would be lost. */
final class Overwriting {
    private Overwriting() {}

    /**
     * Looks at a result's place before anything is computed.
     *
     * @param out where the result goes; null where it goes nowhere
     * @param inputs what the command reads, by the argument that names it: files, directories, or names of built-in data
     * @throws DiaboloException (USER) where it is one of the inputs, or lies in one that is a directory
     */
    static void refuse(@Nullable Path out, Map<String, String> inputs) {
        if (out == null) {
            return;
        }
        inputs.forEach((argument, input) -> {
            if (isIn(out, input)) {
                throw DiaboloException.user(
                        "output.is-input",
                        Problem.of("this file is read by " + argument
                                        + ", or is in a directory that is, and would be lost")
                                .at("--out " + out)
                                .remedy("name another file with --out"));
            }
        });
    }

    private static boolean isIn(Path out, String input) {
        try {
            Path place = Path.of(input);
            if (input.isEmpty()) {
                return false;
            }
            if (!Files.isDirectory(place)) {
                return Files.exists(out) && Files.isSameFile(place, out);
            }
            Path folder = out.toAbsolutePath().getParent();
            return folder != null && real(out, folder).startsWith(place.toRealPath());
        } catch (IOException | InvalidPathException noFile) {
            // The input is a name, or will be reported as missing; so will a directory that the result cannot go to.
            return false;
        }
    }

    /** Where a file is, or will be, past all links. */
    private static Path real(Path file, Path folder) throws IOException {
        return Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
    }
}
