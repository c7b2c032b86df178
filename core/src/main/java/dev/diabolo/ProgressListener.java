package dev.diabolo;

/** Hears of downloads. Called on the thread that waits for them. */
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * A download begins.
     *
     * @param file the file's name
     * @param bytes how many are to come; -1 where that is not known
     */
    default void downloadStarted(String file, long bytes) {}

    /** So many bytes of it have arrived. */
    default void downloaded(long bytes) {}

    /** It is complete and was checked. */
    default void downloadFinished() {}

    /** It will not come, or was the wrong one; also where it never began. The call that wanted it throws the reason. */
    default void downloadFailed() {}
}
