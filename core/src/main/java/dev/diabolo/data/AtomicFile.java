package dev.diabolo.data;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is either there as a whole or not at all: written beside its place, then renamed. */
final class AtomicFile {
    /** What goes into the file. */
    interface Content<T> {
        T writeTo(FileChannel channel) throws IOException;
    }

    private final Path target;

    AtomicFile(Path target) {
        this.target = target;
    }

    /** Writes; whatever goes wrong, what stood at the target before still does. */
    <T> T write(Content<T> content) {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw cannotWrite(new IOException("it exists and is not a file"));
        }
        // Not createTempFile: that would give the finished file permissions for its owner only.
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            T result;
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                result = content.writeTo(channel);
                channel.force(true);
            }
            moveIntoPlace(part);
            return result;
        } catch (IOException failure) {
            throw cannotWrite(failure);
        } finally {
            deleteLeftover(part);
        }
    }

    private void moveIntoPlace(Path part) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteLeftover(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException ignored) {
            // The failure that left it behind is the one to report.
        }
    }

    private DiaboloException cannotWrite(IOException failure) {
        return DiaboloException.resource(
                "data.cannot-write",
                Problem.of("the file cannot be written: " + failure.getClass().getSimpleName() + ", "
                                + failure.getMessage())
                        .at(target.toString())
                        .remedy("name a directory that exists and may be written to, on a disk with room"),
                failure);
    }
}
