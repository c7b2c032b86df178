package dev.diabolo.spi.training;

/**
 * A length of time in training.
 *
 * @param amount above 0, finite
 * @param unit what it counts
 */
public record Span(double amount, Unit unit) {
    /** The whole run. */
    public static final Span RUN = new Span(1, Unit.RUN);

    /** What time is counted in. */
    public enum Unit {
        /** Training steps, one for each batch. */
        STEPS,
        /** Passes over the data; fractions are allowed. */
        EPOCHS,
        /** The whole run is 1. */
        RUN
    }

    public Span {
        if (!(amount > 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException("a span of time is above 0 and finite, not " + amount);
        }
    }

    /** So many training steps. */
    public static Span steps(double amount) {
        return new Span(amount, Unit.STEPS);
    }

    /** So many epochs. */
    public static Span epochs(double amount) {
        return new Span(amount, Unit.EPOCHS);
    }

    /** How many times it has passed by a moment, from 0. */
    double passed(Moment moment) {
        return moment.in(unit) / amount;
    }

    /** Its length in steps. */
    double steps(Moment moment) {
        return switch (unit) {
            case STEPS -> amount;
            case EPOCHS -> amount * moment.stepsPerEpoch();
            case RUN -> amount * moment.steps();
        };
    }
}
