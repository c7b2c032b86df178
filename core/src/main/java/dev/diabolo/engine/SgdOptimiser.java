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
            return (parameters, gradients, state, offset, length) ->
                    Moments.addScaled(parameters, gradients, -pace, length);
        }
        return (parameters, gradients, state, offset, length) -> {
            accelerate(state[0], offset, gradients, momentum, pace, length);
            if (rule.nesterov()) {
                Moments.addScaled(parameters, gradients, -pace, length);
                follow(parameters, state[0], offset, momentum, length);
            } else {
                follow(parameters, state[0], offset, 1, length);
            }
        };
    }

    private static void accelerate(
            float[] velocity, int offset, float[] gradients, float momentum, float rate, int length) {
        for (int i = 0; i < length; i++) {
            velocity[offset + i] = momentum * velocity[offset + i] - rate * gradients[i];
        }
    }

    private static void follow(float[] parameters, float[] velocity, int offset, float factor, int length) {
        for (int i = 0; i < length; i++) {
            parameters[i] = parameters[i] + factor * velocity[offset + i];
        }
    }
}
