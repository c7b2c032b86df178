package dev.diabolo.engine;

import dev.diabolo.spi.training.UpdateRule;

/** Moves parameters along their gradients, a chunk at a time. */
interface Optimiser {
    /** The number of state vectors of each chunk, as long as the chunk. */
    int stateVectors();

    /** What state vectors are filled with at first. */
    default float initialState() {
        return 0;
    }

    /**
     * Prepares one step.
     *
     * @param step the number of steps before this one
     * @param rate the learning rate
     */
    Move move(long step, double rate);

    /** One step. Chunks may be taken by different threads. */
    @FunctionalInterface
    interface Move {
        /**
         * Updates a chunk in place.
         *
         * @param parameters the chunk's parameters
         * @param gradients their gradients; overwritten at will
         * @param state the chunk's state vectors
         * @param length of the chunk
         */
        void apply(float[] parameters, float[] gradients, float[][] state, int length);
    }

    /** The optimiser that a plan asks for. */
    static Optimiser of(UpdateRule rule) {
        if (rule instanceof UpdateRule.Sgd sgd) {
            return new SgdOptimiser(sgd);
        }
        if (rule instanceof UpdateRule.RmsProp rmsProp) {
            return new RmsPropOptimiser(rmsProp);
        }
        if (rule instanceof UpdateRule.Adagrad adagrad) {
            return new AdagradOptimiser(adagrad);
        }
        if (rule instanceof UpdateRule.Adadelta adadelta) {
            return new AdadeltaOptimiser(adadelta);
        }
        return AdamFamily.of(rule);
    }
}
