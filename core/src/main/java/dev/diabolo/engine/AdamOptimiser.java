package dev.diabolo.engine;

import dev.diabolo.spi.training.OptimiserSpec;

/** See {@link OptimiserSpec.Adam}. */
record AdamOptimiser(OptimiserSpec.Adam spec) implements Optimiser {
    @Override
    public int stateVectors() {
        return 2;
    }

    @Override
    public void update(long step, float[] parameters, float[] gradients, float[][] state, int offset, int length) {
        double correction1 = 1 - Math.pow(spec.beta1(), step + 1);
        double correction2 = 1 - Math.pow(spec.beta2(), step + 1);
        float rate = (float) (spec.learningRate().at(step) * Math.sqrt(correction2) / correction1);
        average(state[0], offset, gradients, (float) spec.beta1(), length);
        averageSquare(state[1], offset, gradients, (float) spec.beta2(), length);
        move(parameters, state[0], state[1], offset, rate, (float) spec.epsilon(), length);
    }

    // Three small loops are vectorised, and one of all of it is not.

    private static void average(float[] mean, int offset, float[] gradients, float beta, int length) {
        for (int i = 0; i < length; i++) {
            mean[offset + i] = beta * mean[offset + i] + (1 - beta) * gradients[i];
        }
    }

    private static void averageSquare(float[] mean, int offset, float[] gradients, float beta, int length) {
        for (int i = 0; i < length; i++) {
            mean[offset + i] = beta * mean[offset + i] + (1 - beta) * gradients[i] * gradients[i];
        }
    }

    private static void move(
            float[] parameters, float[] mean, float[] square, int offset, float rate, float epsilon, int length) {
        for (int i = 0; i < length; i++) {
            float step = rate * mean[offset + i] / ((float) Math.sqrt(square[offset + i]) + epsilon);
            parameters[i] = parameters[i] - step;
        }
    }
}
