package dev.diabolo.data;

import dev.diabolo.files.PartFile;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.error.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
        try (PartFile part = PartFile.in(target)) {
            T result;
            try (FileChannel channel =
                    FileChannel.open(part.path(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                result = content.writeTo(channel);
                channel.force(true);
            }
            part.moveIntoPlace();
            return result;
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    private DiaboloException cannotWrite(IOException failure) {
        return DiaboloException.resource(
                "data.cannot-write",
                Problem.of("the file cannot be written: " + Reason.of(failure))
                        .at(target.toString())
                        .remedy("name a directory that exists and may be written to, on a disk with room"),
                failure);
    }
}
