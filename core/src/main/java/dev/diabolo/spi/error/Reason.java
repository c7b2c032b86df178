package dev.diabolo.spi.error;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Why a file could not be read or written, in words for users. The report says itself which file was meant. */
public final class Reason {
    private Reason() {}

    /** The reason of a failure. */
    public static String of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "something of that name exists";
        }
        if (failure instanceof NotDirectoryException) {
            return "a part of the path is no directory";
        }
        @Nullable
        String told = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        if (told != null) {
            return told;
        }
        // The part of the name that carries meaning: a ZipException, an EOFException.
        return failure.getClass().getSimpleName();
    }
}
