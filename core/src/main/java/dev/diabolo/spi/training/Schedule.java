package dev.diabolo.spi.training;

import java.util.List;
import java.util.Objects;

/**
 * A number that may change while training: a learning rate, a weight of a term. A function of the moment alone; each
 * schedule counts time in the unit of its {@link Span}.
 */
public sealed interface Schedule {
    /** The value for one training step. */
    double at(Moment moment);

    /** Always the same. */
    record Constant(double value) implements Schedule {
        @Override
        public double at(Moment moment) {
            return value;
        }
    }

    /**
     * From one value to another in a straight line, and then the last.
     *
     * @param from the value at the beginning
     * @param to the value from the end of the span on
     * @param over how long it takes
     */
    record Linear(double from, double to, Span over) implements Schedule {
        public Linear {
            Objects.requireNonNull(over, "over");
        }

        /**
         * The same over a number of training steps.
         *
         * @param steps at least 1
         */
        public Linear(double from, double to, long steps) {
            this(from, to, Span.steps(steps));
        }

        @Override
        public double at(Moment moment) {
            double passed = over.passed(moment);
            return passed >= 1 ? to : from + (to - from) * passed;
        }
    }

    /**
     * Multiplied by a factor at the end of each span: {@code from factor^floor(passed)}.
     *
     * @param factor above 0, below 1
     */
    record Step(double from, double factor, Span every) implements Schedule {
        public Step {
            Objects.requireNonNull(every, "every");
            requireFactor(factor);
        }

        @Override
        public double at(Moment moment) {
            return from * Math.pow(factor, Math.floor(every.passed(moment)));
        }
    }

    /**
     * Multiplied by a factor in the course of each span, evenly: {@code from factor^passed}.
     *
     * @param factor above 0, below 1
     */
    record Exponential(double from, double factor, Span every) implements Schedule {
        public Exponential {
            Objects.requireNonNull(every, "every");
            requireFactor(factor);
        }

        @Override
        public double at(Moment moment) {
            return from * Math.pow(factor, every.passed(moment));
        }
    }

    /**
     * Half a wave of a cosine from one value to another: slow at both ends.
     *
     * <p><b>Formula:</b> {@code to + (from - to) (1 + cos(pi passed)) / 2}. <b>Source:</b> Loshchilov and Hutter 2017 (SGDR),
     * equation 5.
     *
     * @param restarts whether it starts over after each span; else the last value stays
     */
    record Cosine(double from, double to, Span over, boolean restarts) implements Schedule {
        public Cosine {
            Objects.requireNonNull(over, "over");
        }

        @Override
        public double at(Moment moment) {
            double passed = over.passed(moment);
            double share = restarts && Double.isFinite(passed) ? passed - Math.floor(passed) : Math.min(1, passed);
            return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
        }
    }

    /**
     * From one value to another again and again, and then the last.
     *
     * <p><b>Formula:</b> in each of the cycles {@code from + (to - from) min(1, passed / rise)}, with {@code passed} the share of
     * the cycle that is over; afterwards {@code to}. <b>Source:</b> Fu et al. 2019, equations 6 and 7.
     *
     * @param cycle how long one cycle takes
     * @param cycles how many there are, at least 1
     * @param rise the share of a cycle in which the value changes; above 0, at most 1
     */
    record Cyclical(double from, double to, Span cycle, int cycles, double rise) implements Schedule {
        public Cyclical {
            Objects.requireNonNull(cycle, "cycle");
            if (cycles < 1 || !(rise > 0 && rise <= 1)) {
                throw new IllegalArgumentException(
                        "a cyclical schedule has at least 1 cycle and rises in a share above 0 and at most 1 of it, not "
                                + cycles + " and " + rise);
            }
        }

        @Override
        public double at(Moment moment) {
            double passed = cycle.passed(moment);
            double share = passed >= cycles ? 1 : Math.min(1, (passed - Math.floor(passed)) / rise);
            return share == 1 ? to : from + (to - from) * share;
        }
    }

    /**
     * Multiplied by a factor at each of some moments.
     *
     * @param factor above 0, below 1
     * @param at when, from the beginning
     */
    record Milestones(double from, double factor, List<Span> at) implements Schedule {
        public Milestones {
            at = List.copyOf(at);
            requireFactor(factor);
        }

        @Override
        public double at(Moment moment) {
            return from
                    * Math.pow(
                            factor,
                            at.stream().filter(span -> span.passed(moment) >= 1).count());
        }
    }

    /**
     * Rises to another schedule's first value in a straight line, and then follows that schedule, whose time begins when the
     * warm-up ends, and to which the run is so much shorter.
     *
     * <p><b>Formula:</b> the first value times {@code (step + 1) / (n + 1)} in the n steps of the warm-up: never zero, so
     * that no step is lost, and without a jump at the end. <b>Source:</b> Goyal et al. 2017, section 2.2.
     */
    record WarmUp(Span over, Schedule then) implements Schedule {
        public WarmUp {
            Objects.requireNonNull(over, "over");
            Objects.requireNonNull(then, "then");
        }

        @Override
        public double at(Moment moment) {
            double steps = over.steps(moment);
            Moment after = moment.after(steps);
            if (after.step() >= 0) {
                return then.at(after);
            }
            Moment begin = new Moment(0, after.stepsPerEpoch(), Math.max(Double.MIN_NORMAL, after.steps()));
            return then.at(begin) * (moment.step() + 1) / (steps + 1);
        }
    }

    static Schedule constant(double value) {
        return new Constant(value);
    }

    private static void requireFactor(double factor) {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("a schedule's factor lies between 0 and 1, not at " + factor);
        }
    }
}
