package dev.diabolo.spi.training;

import java.util.Objects;
import java.util.Set;

/**
 * One term of a loss, declared before any graph exists.
 *
 * @param name {@code [a-z][a-z0-9-]*}, unique in the loss: {@code reconstruction}, {@code kl}
 * @param unit {@code nats} for a negative log-likelihood or a divergence, else what the number counts
 * @param summary one sentence
 * @param weight its weight in an objective that does not say otherwise
 * @param adversarial whether one phase lowers it and another raises it, or what it measures against: its value then tells how two
 *     networks stand to each other, not whether an epoch was better than another, and the best epoch is chosen without it
 * @param groups the parameter groups that are meant to lower it, for trainers that move groups by different terms; where the weight
 *     is 0, the groups whose updates it tells of. Empty where the loss leaves it to the trainer
 */
public record TermSpec(
        String name, String unit, String summary, Schedule weight, boolean adversarial, Set<String> groups) {
    public TermSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(weight, "weight");
        groups = Set.copyOf(groups);
    }

    /** A term that any group may lower. */
    public TermSpec(String name, String unit, String summary, Schedule weight, boolean adversarial) {
        this(name, unit, summary, weight, adversarial, Set.of());
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

    /** The same with another weight. */
    public TermSpec weighing(double constant) {
        return new TermSpec(name, unit, summary, Schedule.constant(constant), adversarial, groups);
    }

    /** The same, meant to be lowered by these groups. */
    public TermSpec loweredBy(String... others) {
        return new TermSpec(name, unit, summary, weight, adversarial, Set.of(others));
    }
}
