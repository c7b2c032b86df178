package dev.diabolo.data;

import java.io.IOException;
import java.nio.file.Path;

/** There is no place for a converted copy of a file: no room, or no permission. */
final class CacheUnwritable extends IOException {
    private static final long serialVersionUID = 1;

    CacheUnwritable(Path directory, IOException cause) {
        super(
                "a copy in " + directory + " cannot be written ("
                        + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")",
                cause);
    }
}
