package dev.diabolo.engine;

import dev.diabolo.spi.training.UpdateRule;

/** See {@link UpdateRule.RmsProp}. */
final class RmsPropOptimiser implements Optimiser {
    private final UpdateRule.RmsProp rule;
    private final int momentumVector;
    private final int stateVectors;

    RmsPropOptimiser(UpdateRule.RmsProp rule) {
        this.rule = rule;
        this.momentumVector = rule.centred() ? 2 : 1;
        this.stateVectors = momentumVector + (rule.momentum() > 0 ? 1 : 0);
    }

    @Override
    public int stateVectors() {
        return stateVectors;
    }

    @Override
    public Move move(long step, double rate) {
        float pace = (float) rate;
        float epsilon = (float) rule.epsilon();
        return (parameters, gradients, state, length) -> {
            Moments.averageSquare(state[0], gradients, rule.decay(), length);
            if (rule.centred()) {
                Moments.average(state[1], gradients, rule.decay(), length);
                divideByDeviation(gradients, state[0], state[1], epsilon, length);
            } else {
                divideByRoot(gradients, state[0], epsilon, length);
            }
            if (rule.momentum() > 0) {
                accumulate(state[momentumVector], gradients, (float) rule.momentum(), pace, length);
                Moments.addScaled(parameters, state[momentumVector], -1, length);
            } else {
                Moments.addScaled(parameters, gradients, -pace, length);
            }
        };
    }

    static void divideByRoot(float[] gradients, float[] square, float epsilon, int length) {
        for (int i = 0; i < length; i++) {
            gradients[i] = gradients[i] / (float) Math.sqrt(square[i] + epsilon);
        }
    }

    /** A variance is not negative, but its rounded value may be. */
    private static void divideByDeviation(float[] gradients, float[] square, float[] mean, float epsilon, int length) {
        for (int i = 0; i < length; i++) {
            float variance = square[i] - mean[i] * mean[i];
            gradients[i] = gradients[i] / (float) Math.sqrt(Math.max(variance, 0) + epsilon);
        }
    }

    private static void accumulate(float[] last, float[] gradients, float momentum, float rate, int length) {
        for (int i = 0; i < length; i++) {
            last[i] = momentum * last[i] + rate * gradients[i];
        }
    }
}
