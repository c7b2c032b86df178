package dev.diabolo.engine;

import dev.diabolo.engine.compute.MatrixProduct;

/**
 * How a batch is cut into shards, each a task for one worker. The cut depends on the batch and on the kind of processor, never
 * on the number of workers, and so neither do the results.
 */
final class Shards {
    /** Fewer examples than this make matrix products that are too thin to be fast. */
    private static final int LEAST_EXAMPLES = 64;

    private static final int LEAST_EXAMPLES_OF_A_PIECE = 48;

    /** Where products with few rows are as fast as others; a recurrent layer moreover has no work at large to share. */
    private static final int LEAST_EXAMPLES_OF_A_THIN_PIECE = 16;

    /** More shards than this cost more in summing gradients than they give on the machines we know. */
    private static final int MOST = 8;

    private Shards() {}

    /** The number of shards of a batch. */
    static int count(int batch, boolean coupled) {
        return coupled ? 1 : Math.max(1, Math.min(MOST, batch / LEAST_EXAMPLES));
    }

    /** The number of pieces into which threads cut a plan for a whole batch: a power of two. */
    static int pieces(int batch, boolean recurrent) {
        boolean thin = recurrent || MatrixProduct.isFastWithFewRows();
        int least = thin ? LEAST_EXAMPLES_OF_A_THIN_PIECE : LEAST_EXAMPLES_OF_A_PIECE;
        int most = Math.min(MOST, batch / least);
        return Math.max(1, Integer.highestOneBit(most));
    }

    /** Where a shard begins in its batch; the shard numbered {@code count} begins at the end. */
    static int start(int batch, int count, int shard) {
        return (int) ((long) batch * shard / count);
    }
}
