package dev.diabolo.data.pictures;

import org.jspecify.annotations.Nullable;

/** A file that is no picture as it should be; the message says why, without the file. */
final class BadPictureException extends Exception {
    private static final long serialVersionUID = 1;

    BadPictureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
