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
     * @param state the chunk of each state vector
     * @param length how many values of the arrays count
     */
    void update(long step, float[] parameters, float[] gradients, float[][] state, int length);

    /** The optimiser that a plan asks for. */
    static Optimiser of(OptimiserSpec spec) {
        if (spec instanceof OptimiserSpec.Adam adam) {
            return new AdamOptimiser(adam);
        }
        return new SgdOptimiser((OptimiserSpec.Sgd) spec);
    }
}
