package dev.diabolo.engine;

import dev.diabolo.spi.training.UpdateRule;

/** See {@link UpdateRule.Sgd}. */
record SgdOptimiser(UpdateRule.Sgd rule) implements Optimiser {
    @Override
    public int stateVectors() {
        return rule.momentum() == 0 ? 0 : 1;
    }

    @Override
    public Move move(long step, double rate) {
        float pace = (float) rate;
        float momentum = (float) rule.momentum();
        if (momentum == 0) {
            return (parameters, gradients, state, length) -> Moments.addScaled(parameters, gradients, -pace, length);
        }
        return (parameters, gradients, state, length) -> {
            accelerate(state[0], gradients, momentum, pace, length);
            if (rule.nesterov()) {
                Moments.addScaled(parameters, gradients, -pace, length);
                Moments.addScaled(parameters, state[0], momentum, length);
            } else {
                Moments.addScaled(parameters, state[0], 1, length);
            }
        };
    }

    private static void accelerate(float[] velocity, float[] gradients, float momentum, float rate, int length) {
        for (int i = 0; i < length; i++) {
            velocity[i] = momentum * velocity[i] - rate * gradients[i];
        }
    }
}
