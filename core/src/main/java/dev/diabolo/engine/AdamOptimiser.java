package dev.diabolo.engine;

import dev.diabolo.spi.training.OptimiserSpec;

/** See {@link OptimiserSpec.Adam}. */
record AdamOptimiser(OptimiserSpec.Adam spec) implements Optimiser {
    @Override
    public int stateVectors() {
        return 2;
    }

    @Override
    public void update(long step, float[] parameters, float[] gradients, float[][] state, int length) {
        double correction1 = 1 - Math.pow(spec.beta1(), step + 1);
        double correction2 = 1 - Math.pow(spec.beta2(), step + 1);
        float rate = (float) (spec.learningRate().at(step) * Math.sqrt(correction2) / correction1);
        float beta1 = (float) spec.beta1();
        float beta2 = (float) spec.beta2();
        float epsilon = (float) spec.epsilon();
        float[] mean = state[0];
        float[] square = state[1];
        for (int i = 0; i < length; i++) {
            float g = gradients[i];
            float m = beta1 * mean[i] + (1 - beta1) * g;
            float v = beta2 * square[i] + (1 - beta2) * g * g;
            mean[i] = m;
            square[i] = v;
            parameters[i] -= rate * m / ((float) Math.sqrt(v) + epsilon);
        }
    }
}
