package dev.diabolo;

import dev.diabolo.files.PartFile;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.error.Reason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: beside its place, then renamed. What is half written is deleted, also where the process
 * is told to end in between.
 */
public final class OutputFile {
    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes it; need not close. */
        void writeTo(OutputStream out) throws IOException;
    }

    private OutputFile() {}

    /**
     * Writes a file, replacing one that is there.
     *
     * @throws DiaboloException (RESOURCE) where it cannot be written; what was there is untouched
     */
    public static void write(Path file, Content content) {
        try (PartFile part = PartFile.in(file)) {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(part.path(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW))) {
                content.writeTo(out);
            }
            part.moveIntoPlace();
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "output.not-written",
                    Problem.of("the file cannot be written: " + Reason.of(e))
                            .at(file.toString())
                            .remedy("name a directory that exists and may be written to, on a disk with room"),
                    e);
        }
    }
}
