package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;

/** Puts examples and noise where a plan reads them. */
final class BatchFeeder {
    private final NoiseFiller noise;
    private final WorkerPool pool;

    /**
     * @param pool shares the work where it feeds one plan for the whole batch
     */
    BatchFeeder(RandomStreams random, WorkerPool pool) {
        this.noise = new NoiseFiller(random);
        this.pool = pool;
    }

    /**
     * Feeds a plan that computes some examples of a batch, on this thread.
     *
     * @param batch the numbers of the whole batch's examples
     * @param first the place in the batch of the plan's first example
     * @param update the number of updates in the run before this one
     */
    void feed(ShapedPlan plan, Examples examples, int[] batch, int first, long update) {
        feed(plan, examples, batch, first, 0, plan.data().rows(), update);
    }

    /** Feeds a plan that computes a whole batch, on all threads. */
    void feedTogether(ShapedPlan plan, Examples examples, int[] batch, long update) {
        int pieces = Shards.pieces(batch.length, Shards.LEAST_EXAMPLES_OF_A_PIECE);
        pool.run(
                pieces,
                piece -> feed(
                        plan,
                        examples,
                        batch,
                        0,
                        Shards.start(batch.length, pieces, piece),
                        Shards.start(batch.length, pieces, piece + 1),
                        update));
    }

    private void feed(ShapedPlan plan, Examples examples, int[] batch, int first, int from, int to, long update) {
        float[] row = new float[plan.data().width()];
        for (int i = from; i < to; i++) {
            examples.read(batch[first + i], row, 0);
            plan.data().writeRow(i, row);
        }
        plan.noises().forEach((source, array) -> noise.fill(source, array, update, first, from, to));
    }
}
