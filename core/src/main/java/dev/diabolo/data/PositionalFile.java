package dev.diabolo.data;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that any number of threads read at positions of their own. A channel is closed for all threads when one of them is
 * interrupted while it reads; here it is opened again. It is closed once nobody holds this any more.
 */
final class PositionalFile {
    private final Path path;
    private final long length;
    private volatile FileChannel channel;

    PositionalFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path);
        this.length = channel.size();
    }

    /** The file's length when it was opened. */
    long length() {
        return length;
    }

    /**
     * Fills a buffer.
     *
     * @param position in the file of the first byte
     * @throws DiaboloException (RESOURCE) where the file cannot be read, or has become shorter
     */
    void read(ByteBuffer target, long position) {
        boolean interrupted = false;
        long base = position - target.position();
        try {
            while (target.hasRemaining()) {
                FileChannel used = channel;
                try {
                    if (used.read(target, base + target.position()) < 0) {
                        throw shortened();
                    }
                } catch (ClosedChannelException closed) {
                    interrupted |= Thread.interrupted();
                    reopen(used);
                }
            }
        } catch (IOException failure) {
            throw DataErrors.unreadable(path, failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void reopen(FileChannel closed) throws IOException {
        if (channel == closed) {
            channel = FileChannel.open(path);
            if (channel.size() < length) {
                throw shortened();
            }
        }
    }

    private DiaboloException shortened() {
        return DiaboloException.resource(
                "data.changed",
                Problem.of("the file has become shorter than the " + length + " bytes that it had when it was opened")
                        .at(path.toString())
                        .remedy("leave a data file as it is while it is in use"),
                null);
    }
}
