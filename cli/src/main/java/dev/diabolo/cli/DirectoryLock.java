package dev.diabolo.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps other processes of Diabolo's from changing a directory's results at the same time; they wait. */
final class DirectoryLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DirectoryLock of(Path directory) throws IOException {
        Path file = directory.resolve(".diabolo.lock");
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            if (isFoundAt(file, channel)) {
                return new DirectoryLock(file, channel);
            }
            channel.close();
        }
    }

    /**
     * Whether the name still means what we hold: who held it before deletes it, and a third process may make another. The file
     * gets a size of its own to tell; opening it again to read would give up the lock on some systems.
     */
    private static boolean isFoundAt(Path file, FileChannel channel) throws IOException {
        long size = ThreadLocalRandom.current().nextLong(1, 1 << 20);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException deleted) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
