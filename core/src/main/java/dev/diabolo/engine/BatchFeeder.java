package dev.diabolo.engine;

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
     * @param batch the whole batch
     * @param first the place in the batch of the plan's first example
     * @param update the number of updates in the run before this one
     */
    void feed(ShapedPlan plan, Batch batch, int first, long update) {
        feed(plan, batch, first, 0, plan.data().rows(), update);
    }

    /** Feeds a plan that computes a whole batch, on all threads. */
    void feedTogether(ShapedPlan plan, Batch batch, long update) {
        int pieces = Shards.pieces(batch.size(), Shards.LEAST_EXAMPLES_OF_A_PIECE);
        pool.run(
                pieces,
                piece -> feed(
                        plan,
                        batch,
                        0,
                        Shards.start(batch.size(), pieces, piece),
                        Shards.start(batch.size(), pieces, piece + 1),
                        update));
    }

    private void feed(ShapedPlan plan, Batch batch, int first, int from, int to, long update) {
        if (plan.before().isEmpty()) {
            float[] row = new float[plan.data().width()];
            for (int i = from; i < to; i++) {
                batch.examples().read(batch.numbers()[first + i], row, 0);
                plan.data().writeRow(i, row);
            }
        }
        plan.noises().forEach((source, array) -> noise.fill(source, array, update, first, from, to));
    }
}
