package dev.diabolo.spi.training;

/** A number that may change while training: a learning rate, a weight of a term. */
public sealed interface Schedule {
    /**
     * The value for one optimiser step.
     *
     * @param step counted from 0
     */
    double at(long step);

    /** Always the same. */
    record Constant(double value) implements Schedule {
        @Override
        public double at(long step) {
            return value;
        }
    }

    /**
     * From one value to another in a straight line, and then the last: a warm-up.
     *
     * @param from the value at step 0
     * @param to the value from step {@code steps} on
     * @param steps at least 1
     */
    record Linear(double from, double to, long steps) implements Schedule {
        public Linear {
            if (steps < 1) {
                throw new IllegalArgumentException("a linear schedule needs at least one step, not " + steps);
            }
        }

        @Override
        public double at(long step) {
            return step >= steps ? to : from + (to - from) * step / steps;
        }
    }

    static Schedule constant(double value) {
        return new Constant(value);
    }
}
