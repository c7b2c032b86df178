package dev.diabolo.engine;

import dev.diabolo.spi.training.UpdateRule;

/** See {@link UpdateRule.Adagrad}. */
record AdagradOptimiser(UpdateRule.Adagrad rule) implements Optimiser {
    @Override
    public int stateVectors() {
        return 1;
    }

    @Override
    public float initialState() {
        return (float) rule.initialSum();
    }

    @Override
    public Move move(long step, double rate) {
        return (parameters, gradients, state, length) -> {
            Moments.addSquare(state[0], gradients, length);
            RmsPropOptimiser.divideByRoot(gradients, state[0], (float) rule.epsilon(), length);
            Moments.addScaled(parameters, gradients, (float) -rate, length);
        };
    }
}
