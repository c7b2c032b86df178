package dev.diabolo.engine.compute;

/**
 * Work on fixed arrays, cut into pieces that different threads may do at the same time. How it is cut depends on the work
 * alone, so that results do not depend on the number of threads.
 */
public interface Kernel extends AutoCloseable {
    int pieces();

    /** Does one piece. */
    void run(int piece, Scratch scratch);

    @Override
    default void close() {}

    /** Where piece {@code index} of {@code pieces} equal parts of {@code size} begins; the last ends at {@code size}. */
    static int start(int size, int pieces, int index) {
        return (int) ((long) size * index / pieces);
    }
}
