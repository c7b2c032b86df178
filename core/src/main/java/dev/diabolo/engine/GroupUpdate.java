package dev.diabolo.engine;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * One phase's updates of one parameter group: sums the shards' gradients in their order and steps the optimiser, chunk by
 * chunk. Owns the optimiser's state.
 */
final class GroupUpdate {
    /** Floats in a chunk: three or four arrays of it stay in a core's first-level cache. */
    private static final int CHUNK = 2048;

    private final Optimiser optimiser;
    private final FlatVector parameters;
    private final float[][] state;

    GroupUpdate(Optimiser optimiser, FlatVector parameters) {
        this.optimiser = optimiser;
        this.parameters = parameters;
        this.state = new float[optimiser.stateVectors()][parameters.size()];
    }

    /** Takes one optimiser step. */
    void apply(long step, List<FlatVector> shardGradients, WorkerPool pool) {
        int chunks = (parameters.size() + CHUNK - 1) / CHUNK;
        int blocks = Math.min(pool.workers(), chunks);
        pool.run(blocks, block -> {
            Scratch scratch = new Scratch();
            int from = (int) ((long) chunks * block / blocks);
            int to = (int) ((long) chunks * (block + 1) / blocks);
            for (int chunk = from; chunk < to; chunk++) {
                update(step, shardGradients, chunk * CHUNK, scratch);
            }
        });
    }

    private void update(long step, List<FlatVector> shardGradients, int offset, Scratch scratch) {
        int length = Math.min(CHUNK, parameters.size() - offset);
        shardGradients.get(0).buffer().position(offset).get(scratch.gradients, 0, length);
        for (int shard = 1; shard < shardGradients.size(); shard++) {
            shardGradients.get(shard).buffer().position(offset).get(scratch.shard, 0, length);
            for (int i = 0; i < length; i++) {
                scratch.gradients[i] += scratch.shard[i];
            }
        }
        FloatBuffer buffer = parameters.buffer();
        buffer.position(offset).get(scratch.parameters, 0, length);
        optimiser.update(step, scratch.parameters, scratch.gradients, state, offset, length);
        buffer.position(offset).put(scratch.parameters, 0, length);
    }

    private static final class Scratch {
        private final float[] parameters = new float[CHUNK];
        private final float[] gradients = new float[CHUNK];
        private final float[] shard = new float[CHUNK];
    }
}
