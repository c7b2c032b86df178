package dev.diabolo.spi.training;

import java.util.Objects;

/**
 * One term of a loss, declared before any graph exists.
 *
 * @param name {@code [a-z][a-z0-9-]*}, unique in the loss: {@code reconstruction}, {@code kl}
 * @param unit {@code nats} for a negative log-likelihood or a divergence, else what the number counts
 * @param summary one sentence
 * @param weight its weight in an objective that does not say otherwise
 */
public record TermSpec(String name, String unit, String summary, Schedule weight) {
    public TermSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(weight, "weight");
    }

    /** A term of weight 1. */
    public TermSpec(String name, String unit, String summary) {
        this(name, unit, summary, Schedule.constant(1));
    }
}
