package dev.diabolo.spi.training;

/**
 * How far a training run is.
 *
 * @param step training steps (batches) before this one, from 0
 * @param stepsPerEpoch training steps in an epoch
 * @param steps training steps in the whole run
 */
public record Moment(double step, double stepsPerEpoch, double steps) {
    /** After a run of any length. */
    public static final Moment END = new Moment(Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY);

    /** What has passed, in a unit of time. */
    public double in(Span.Unit unit) {
        return switch (unit) {
            case STEPS -> step;
            case EPOCHS -> step / stepsPerEpoch;
            case RUN -> step >= steps ? 1 : step / steps;
        };
    }

    /** The same moment as seen by someone who arrives late: time begins after so many steps, and less of the run is left. */
    Moment after(double late) {
        return Double.isInfinite(step) ? this : new Moment(step - late, stepsPerEpoch, steps - late);
    }
}
