package dev.diabolo.engine;

import dev.diabolo.spi.training.OptimiserSpec;

/** Moves parameters along their gradients, a chunk of a flat vector at a time. Chunks may be taken by different threads. */
interface Optimiser {
    /** The number of state vectors, each as long as the parameters. */
    int stateVectors();

    /**
     * Updates a chunk in place.
     *
     * @param step the number of updates before this one
     * @param parameters the chunk's parameters
     * @param gradients their gradients
     * @param state the state vectors
     * @param offset where the chunk begins in each of them
     * @param length of the chunk
     */
    void update(long step, float[] parameters, float[] gradients, float[][] state, int offset, int length);

    /** The optimiser that a plan asks for. */
    static Optimiser of(OptimiserSpec spec) {
        if (spec instanceof OptimiserSpec.Adam adam) {
            return new AdamOptimiser(adam);
        }
        return new SgdOptimiser((OptimiserSpec.Sgd) spec);
    }
}
