package dev.diabolo.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file in the making, beside the place where it will be. Until {@link #moveIntoPlace} whatever stood there still does; the
 * part is deleted when this is closed, and also where the process is told to end in between. For one thread.
 */
public final class PartFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final Thread cleaner;

    private PartFile(Path target, Path part) {
        this.target = target;
        this.part = part;
        this.cleaner = new Thread(() -> delete(part), "diabolo-part-file");
    }

    /**
     * A part of a file to be; makes no file yet.
     *
     * @throws IOException where something that is no file stands in its place
     */
    public static PartFile of(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
            throw new IOException("it exists and is not a file");
        }
        // Not createTempFile: that would give the finished file permissions for its owner only.
        PartFile file = new PartFile(
                absolute, absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part"));
        file.watch();
        return file;
    }

    /** As {@link #of}, in a directory that is made where it is missing. */
    public static PartFile in(Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory != null) {
            requireDirectories(directory);
            Files.createDirectories(directory);
        }
        return of(target);
    }

    /** Java says of a file in the way that something exists, or nothing, and not what. */
    private static void requireDirectories(Path directory) throws IOException {
        Path there = directory;
        while (there != null && Files.notExists(there)) {
            there = there.getParent();
        }
        if (there != null && Files.isRegularFile(there)) {
            throw new IOException("'" + there.getFileName() + "' is a file, and would have to be a directory");
        }
    }

    private void watch() {
        try {
            Runtime.getRuntime().addShutdownHook(cleaner);
        } catch (IllegalStateException ending) {
            // The process is ending already; closing deletes the part all the same.
        }
    }

    /** Where to write. */
    public Path path() {
        return part;
    }

    /** Puts the written part into its place, over what may be there. */
    public void moveIntoPlace() throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        delete(part);
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException ending) {
            // The process is ending: the hook runs, and finds nothing to delete.
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException ignored) {
            // The failure that left it behind is the one to report.
        }
    }
}
