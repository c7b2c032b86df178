package dev.diabolo.engine;

import dev.diabolo.spi.training.UpdateRule;

/** See {@link UpdateRule.Adadelta}. */
record AdadeltaOptimiser(UpdateRule.Adadelta rule) implements Optimiser {
    @Override
    public int stateVectors() {
        return 2;
    }

    @Override
    public Move move(long step, double rate) {
        return (parameters, gradients, state, length) -> {
            Moments.averageSquare(state[0], gradients, rule.rho(), length);
            rescale(gradients, state[1], state[0], (float) rule.epsilon(), length);
            Moments.averageSquare(state[1], gradients, rule.rho(), length);
            Moments.addScaled(parameters, gradients, (float) -rate, length);
        };
    }

    private static void rescale(float[] gradients, float[] updates, float[] squares, float epsilon, int length) {
        for (int i = 0; i < length; i++) {
            float ratio = (updates[i] + epsilon) / (squares[i] + epsilon);
            gradients[i] = gradients[i] * (float) Math.sqrt(ratio);
        }
    }
}
