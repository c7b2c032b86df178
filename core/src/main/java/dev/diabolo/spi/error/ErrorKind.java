package dev.diabolo.spi.error;

/** What kind of failure this is, and the exit code of a command line that ends with it. */
public enum ErrorKind {
    /** The user asked for something that cannot be: bad data, option, file or name. */
    USER(2),
    /** A plugin broke its contract or could not be loaded. */
    PLUGIN(3),
    /** A run failed by itself: the loss diverged. */
    RUN(4),
    /** The machine refused: disk, memory, network, permissions. */
    RESOURCE(5),
    /** A fault of Diabolo's own. */
    INTERNAL(70);

    private final int exitCode;

    ErrorKind(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The process exit code for this kind. */
    public int exitCode() {
        return exitCode;
    }
}
