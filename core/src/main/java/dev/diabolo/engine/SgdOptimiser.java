package dev.diabolo.engine;

import dev.diabolo.spi.training.OptimiserSpec;

/** See {@link OptimiserSpec.Sgd}. */
record SgdOptimiser(OptimiserSpec.Sgd spec) implements Optimiser {
    @Override
    public int stateVectors() {
        return spec.momentum() == 0 ? 0 : 1;
    }

    @Override
    public void update(long step, float[] parameters, float[] gradients, float[][] state, int offset, int length) {
        float rate = (float) spec.learningRate().at(step);
        if (spec.momentum() == 0) {
            for (int i = 0; i < length; i++) {
                parameters[i] -= rate * gradients[i];
            }
            return;
        }
        float momentum = (float) spec.momentum();
        float[] velocity = state[0];
        if (spec.nesterov()) {
            for (int i = 0; i < length; i++) {
                float v = momentum * velocity[offset + i] - rate * gradients[i];
                velocity[offset + i] = v;
                parameters[i] += momentum * v - rate * gradients[i];
            }
        } else {
            for (int i = 0; i < length; i++) {
                float v = momentum * velocity[offset + i] - rate * gradients[i];
                velocity[offset + i] = v;
                parameters[i] += v;
            }
        }
    }
}
