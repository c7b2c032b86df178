package dev.diabolo.cli;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.error.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the results of one run go. A model that is there already is kept as {@code model.1.dbl}, {@code model.2.dbl} and so
 * on: refusing would make the second run of a command fail, replacing would lose hours of training, and so
 * {@code model.dbl} is always the newest and nothing is lost. The same model again is not kept twice.
 */
final class RunDirectory implements AutoCloseable {
    private final Path directory;
    private final boolean replace;
    private final Deque<Path> made = new ArrayDeque<>();

    private RunDirectory(Path directory, boolean replace) {
        this.directory = directory;
        this.replace = replace;
    }

    /**
     * Makes the directory and sees that it can be written to, before hours of training are spent.
     *
     * @param replace whether older results are replaced and not kept
     */
    static RunDirectory prepare(Path directory, boolean replace) {
        RunDirectory run = new RunDirectory(directory, replace);
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw DiaboloException.user(
                    "output.not-a-directory",
                    Problem.of("this is a file, and results need a directory")
                            .at(directory.toString())
                            .remedy("name another with --out"));
        }
        if (Files.isDirectory(run.model())) {
            throw DiaboloException.user(
                    "output.not-a-file",
                    Problem.of("this is a directory, and the model needs its name")
                            .at(run.model().toString())
                            .remedy("name another directory with --out"));
        }
        try {
            run.make();
        } catch (IOException e) {
            run.close();
            throw DiaboloException.resource(
                    "output.not-writable",
                    Problem.of("the output directory cannot be written to: " + Reason.of(e))
                            .at(directory.toString())
                            .remedy("choose another with --out"),
                    e);
        }
        return run;
    }

    private void make() throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path path = directory.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.push(path);
        }
        for (Path path : missing) {
            Files.createDirectory(path);
            made.push(path);
        }
        Files.delete(Files.createTempFile(directory, ".writable", ".tmp"));
    }

    Path model() {
        return directory.resolve("model.dbl");
    }

    Path directory() {
        return directory;
    }

    /** The state of a run that is not over. */
    Path checkpoint() {
        return checkpoint(directory);
    }

    /** As {@link #checkpoint()}, of any directory. */
    static Path checkpoint(Path directory) {
        return directory.resolve("checkpoint.dbl");
    }

    /** Deletes the state of a run that is over. */
    static void delete(Path checkpoint) {
        try {
            Files.deleteIfExists(checkpoint);
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "output.not-deleted",
                    Problem.of("the state of the run, which is over, cannot be deleted: " + Reason.of(e))
                            .at(checkpoint.toString())
                            .remedy("delete it"),
                    e);
        }
    }

    /** Keeps the state of a run that was interrupted here under another name; empty where there is none, or it is replaced. */
    Optional<Path> keepCheckpoint() {
        try {
            for (int number = 1; !replace && Files.exists(checkpoint()); number++) {
                Path older = directory.resolve("checkpoint." + number + ".dbl");
                if (!Files.exists(older) && copied(checkpoint(), older)) {
                    delete(checkpoint());
                    return Optional.of(older);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "output.not-kept",
                    Problem.of("the state of an interrupted run cannot be kept under another name: " + Reason.of(e))
                            .at(checkpoint().toString())
                            .remedy("go on with it by --resume, or move it away"),
                    e);
        }
    }

    Path picture() {
        return directory.resolve("reconstructions.png");
    }

    /** Writes a picture; without one, an older model's does not stay beside the new model. */
    void replacePicture(Optional<Picture> drawing) {
        if (drawing.isPresent()) {
            drawing.get().write(picture());
            return;
        }
        try {
            Files.deleteIfExists(picture());
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "output.not-deleted",
                    Problem.of("the picture of an older model cannot be deleted: " + Reason.of(e))
                            .at(picture().toString())
                            .remedy("delete it, since it does not show the new model"),
                    e);
        }
    }

    /** Does something while no other process changes the results here. */
    <T> T alone(Supplier<T> change) {
        try (DirectoryLock lock = DirectoryLock.of(directory)) {
            return change.get();
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "output.not-locked",
                    Problem.of("the output directory cannot be kept from other runs: " + Reason.of(e))
                            .at(directory.toString())
                            .remedy("choose another with --out"),
                    e);
        }
    }

    /** Keeps what is there under another name; what is there stays until it is replaced. */
    Kept keepOlder() {
        try {
            if (replace || !Files.exists(model())) {
                return new Kept(Optional.empty(), Optional.empty());
            }
            for (int number = 1; ; number++) {
                Path older = directory.resolve("model." + number + ".dbl");
                Path olderPicture = directory.resolve("reconstructions." + number + ".png");
                if (!Files.exists(older) && !Files.exists(olderPicture) && copied(model(), older)) {
                    boolean pictured = Files.exists(picture()) && copied(picture(), olderPicture);
                    return new Kept(Optional.of(older), pictured ? Optional.of(olderPicture) : Optional.empty());
                }
            }
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "output.not-kept",
                    Problem.of("the older model cannot be kept under another name: " + Reason.of(e))
                            .at(model().toString())
                            .remedy("free some space, or move it away"),
                    e);
        }
    }

    /** Whether the copy is made; not where another run took the name in between. */
    private static boolean copied(Path from, Path to) throws IOException {
        try {
            try {
                Files.createLink(to, from);
            } catch (UnsupportedOperationException noLinks) {
                Files.copy(from, to);
            }
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (IOException noLinks) {
            // Some file systems know of links and refuse them.
            Files.copy(from, to);
            return true;
        }
    }

    /** Older results under their new names. */
    record Kept(Optional<Path> model, Optional<Path> picture) {
        /** Forgets them where the new model is the same to the byte; tells which model is kept. */
        Optional<Path> unlessSameAs(Path newer) {
            if (model.isEmpty()) {
                return model;
            }
            try {
                if (Files.mismatch(model.get(), newer) >= 0) {
                    return model;
                }
                Files.delete(model.get());
                if (picture.isPresent()) {
                    Files.delete(picture.get());
                }
                return Optional.empty();
            } catch (IOException stays) {
                return model;
            }
        }
    }

    /** Deletes the directories that were made and hold nothing. */
    @Override
    public void close() {
        for (Path path : made) {
            try {
                Files.delete(path);
            } catch (IOException inUse) {
                return;
            }
        }
    }
}
