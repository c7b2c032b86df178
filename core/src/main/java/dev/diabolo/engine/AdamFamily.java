package dev.diabolo.engine;

import dev.diabolo.spi.training.UpdateRule;

/** Adam and its relatives: a mean of the gradients, divided by a measure of their size. */
final class AdamFamily {
    private AdamFamily() {}

    static Optimiser of(UpdateRule rule) {
        if (rule instanceof UpdateRule.Adam adam) {
            return new Adam(adam.beta1(), adam.beta2(), adam.epsilon(), 0);
        }
        if (rule instanceof UpdateRule.AdamW adam) {
            return new Adam(adam.beta1(), adam.beta2(), adam.epsilon(), adam.weightDecay());
        }
        if (rule instanceof UpdateRule.Adamax adamax) {
            return new Adamax(adamax);
        }
        if (rule instanceof UpdateRule.AmsGrad amsGrad) {
            return new AmsGrad(amsGrad);
        }
        return new NAdam((UpdateRule.NAdam) rule);
    }

    /** Adam's rate, corrected for means that begin at zero. */
    private static float corrected(double rate, double beta1, double beta2, long step) {
        return (float) (rate * Math.sqrt(1 - Math.pow(beta2, step + 1)) / (1 - Math.pow(beta1, step + 1)));
    }

    private static void stepByRoot(
            float[] parameters, float[] mean, float[] square, float rate, float epsilon, int length) {
        for (int i = 0; i < length; i++) {
            float step = rate * mean[i] / ((float) Math.sqrt(square[i]) + epsilon);
            parameters[i] = parameters[i] - step;
        }
    }

    /** See {@link UpdateRule.Adam} and {@link UpdateRule.AdamW}. */
    private record Adam(double beta1, double beta2, double epsilon, double weightDecay) implements Optimiser {
        @Override
        public int stateVectors() {
            return 2;
        }

        @Override
        public Move move(long step, double rate) {
            float pace = corrected(rate, beta1, beta2, step);
            float kept = (float) (1 - rate * weightDecay);
            return (parameters, gradients, state, length) -> {
                if (weightDecay != 0) {
                    Moments.scale(parameters, kept, length);
                }
                step(parameters, gradients, state[0], state[1], pace, length);
            };
        }

        /** In one loop, since both means are read from memory, and waiting for one is no time lost for the other. */
        private void step(float[] parameters, float[] gradients, float[] mean, float[] square, float pace, int length) {
            float keptMean = (float) beta1;
            float addedMean = (float) (1 - beta1);
            float keptSquare = (float) beta2;
            float addedSquare = (float) (1 - beta2);
            float small = (float) epsilon;
            for (int i = 0; i < length; i++) {
                float first = keptMean * mean[i] + addedMean * gradients[i];
                float second = keptSquare * square[i] + addedSquare * gradients[i] * gradients[i];
                mean[i] = first;
                square[i] = second;
                parameters[i] = parameters[i] - pace * first / ((float) Math.sqrt(second) + small);
            }
        }
    }

    /** See {@link UpdateRule.AmsGrad}. */
    private record AmsGrad(UpdateRule.AmsGrad rule) implements Optimiser {
        @Override
        public int stateVectors() {
            return 3;
        }

        @Override
        public Move move(long step, double rate) {
            float pace = corrected(rate, rule.beta1(), rule.beta2(), step);
            return (parameters, gradients, state, length) -> {
                Moments.average(state[0], gradients, rule.beta1(), length);
                Moments.averageSquare(state[1], gradients, rule.beta2(), length);
                Moments.greatest(state[2], state[1], length);
                stepByRoot(parameters, state[0], state[2], pace, (float) rule.epsilon(), length);
            };
        }
    }

    /** See {@link UpdateRule.Adamax}. */
    private record Adamax(UpdateRule.Adamax rule) implements Optimiser {
        @Override
        public int stateVectors() {
            return 2;
        }

        @Override
        public Move move(long step, double rate) {
            float pace = (float) (rate / (1 - Math.pow(rule.beta1(), step + 1)));
            return (parameters, gradients, state, length) -> {
                Moments.average(state[0], gradients, rule.beta1(), length);
                Moments.greatest(state[1], gradients, rule.beta2(), length);
                stepByGreatest(parameters, state[0], state[1], pace, (float) rule.epsilon(), length);
            };
        }

        private static void stepByGreatest(
                float[] parameters, float[] mean, float[] greatest, float rate, float epsilon, int length) {
            for (int i = 0; i < length; i++) {
                float step = rate * mean[i] / (greatest[i] + epsilon);
                parameters[i] = parameters[i] - step;
            }
        }
    }

    /** See {@link UpdateRule.NAdam}. */
    private record NAdam(UpdateRule.NAdam rule) implements Optimiser {
        /** Dozat 2016, section 3: the decay of the warm-up of the momentum. */
        private static final double WARM_UP = 0.96;

        /** From here on the warm-up changes nothing in double precision: 0.96^1000 is 2e-18. */
        private static final long WARM = 1000;

        @Override
        public int stateVectors() {
            return 2;
        }

        @Override
        public Move move(long step, double rate) {
            double product = product(step + 1);
            double now = momentum(step + 1);
            double next = momentum(step + 2);
            float ofMean = (float) (rate * next / (1 - product * next));
            float ofGradient = (float) (rate * (1 - now) / (1 - product));
            double root = Math.sqrt(1 - Math.pow(rule.beta2(), step + 1));
            return (parameters, gradients, state, length) -> {
                Moments.average(state[0], gradients, rule.beta1(), length);
                Moments.averageSquare(state[1], gradients, rule.beta2(), length);
                Moments.scale(gradients, ofGradient, length);
                Moments.addScaled(gradients, state[0], ofMean, length);
                stepByRoot(parameters, gradients, state[1], (float) root, (float) (rule.epsilon() * root), length);
            };
        }

        private double momentum(long t) {
            return rule.beta1() * (1 - 0.5 * Math.pow(WARM_UP, t));
        }

        /** The product of the momenta of the steps 1 to t. */
        private double product(long t) {
            double product = Math.pow(rule.beta1(), t);
            double power = 1;
            for (long i = 1; i <= Math.min(t, WARM); i++) {
                power *= WARM_UP;
                product *= 1 - 0.5 * power;
            }
            return product;
        }
    }
}
