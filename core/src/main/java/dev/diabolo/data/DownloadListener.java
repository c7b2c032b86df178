package dev.diabolo.data;

import java.net.URI;

/** Is told how a download goes, on the thread that asked for it. */
public interface DownloadListener {
    /** Wants to know nothing. */
    DownloadListener NONE = new DownloadListener() {};

    /**
     * A file begins to arrive.
     *
     * @param totalBytes how many are to come; -1 where the server does not say
     */
    default void started(URI source, long totalBytes) {}

    /** Some of the file has arrived; {@code bytes} counts from its beginning. */
    default void progressed(URI source, long bytes) {}

    /** The file is complete and was checked. */
    default void finished(URI source) {}

    /** The file will not come, or was the wrong one; also where it never began to arrive. The reason is thrown. */
    default void failed(URI source) {}
}
