package dev.diabolo.spi.training;

import java.util.Objects;

/**
 * One term of a loss, declared before any graph exists.
 *
 * @param name {@code [a-z][a-z0-9-]*}, unique in the loss: {@code reconstruction}, {@code kl}
 * @param unit {@code nats} for a negative log-likelihood or a divergence, else what the number counts
 * @param summary one sentence
 * @param weight its weight in an objective that does not say otherwise
 * @param adversarial whether one phase lowers it and another raises it, or what it measures against: its value then tells how two
 *     networks stand to each other, not whether an epoch was better than another, and the best epoch is chosen without it
 */
public record TermSpec(String name, String unit, String summary, Schedule weight, boolean adversarial) {
    public TermSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(weight, "weight");
    }

    /** A term that is not adversarial. */
    public TermSpec(String name, String unit, String summary, Schedule weight) {
        this(name, unit, summary, weight, false);
    }

    /** A term of weight 1 that is not adversarial. */
    public TermSpec(String name, String unit, String summary) {
        this(name, unit, summary, Schedule.constant(1));
    }

    /** An adversarial term of weight 1. */
    public static TermSpec adversarial(String name, String unit, String summary) {
        return new TermSpec(name, unit, summary, Schedule.constant(1), true);
    }
}
