package dev.diabolo.engine;

import dev.diabolo.engine.compute.MatrixProduct;

/**
 * How a batch is cut into shards, each a task for one worker. The cut depends on the batch and on the kind of processor, never
 * on the number of workers, and so neither do the results.
 */
final class Shards {
    /** Fewer examples than this make matrix products that are too thin to be fast. */
    private static final int LEAST_EXAMPLES = 64;

    /** Fewer examples than this fill a thread's time badly, whatever is computed. */
    static final int LEAST_EXAMPLES_OF_A_PIECE = 16;

    /** What a piece needs where products with few rows are slow. */
    private static final int LEAST_EXAMPLES_OF_A_THICK_PIECE = 48;

    /**
     * Values in a matrix of weights that a core's second cache holds. Every piece reads all weights: with larger ones, few
     * examples wait for memory (25 rows by 1000 x 1000 reach 66 GFLOP/s, 50 reach 82, 100 reach 93).
     */
    private static final long MOST_CACHED = 1 << 18;

    /** More shards than this cost more in summing gradients than they give on the machines we know. */
    private static final int MOST = 8;

    private Shards() {}

    /** The number of shards of a batch. */
    static int count(int batch, boolean coupled) {
        return coupled ? 1 : Math.max(1, Math.min(MOST, batch / LEAST_EXAMPLES));
    }

    /**
     * The fewest examples of a piece that are worth a thread.
     *
     * @param recurrent whether a layer goes through time: it has no work at large to share
     * @param largest number of values in the largest matrix of weights
     */
    static int leastExamples(boolean recurrent, long largest) {
        boolean thin = recurrent || MatrixProduct.isFastWithFewRows() && isCached(largest);
        return thin ? LEAST_EXAMPLES_OF_A_PIECE : LEAST_EXAMPLES_OF_A_THICK_PIECE;
    }

    /** Whether a core's second cache holds a matrix of so many values. */
    static boolean isCached(long values) {
        return values <= MOST_CACHED;
    }

    /** The number of pieces of at least some examples into which threads cut a batch: a power of two. */
    static int pieces(int batch, int leastExamples) {
        int most = Math.min(MOST, batch / leastExamples);
        return Math.max(1, Integer.highestOneBit(most));
    }

    /** Where a shard begins in its batch; the shard numbered {@code count} begins at the end. */
    static int start(int batch, int count, int shard) {
        return (int) ((long) batch * shard / count);
    }
}
