package dev.diabolo.spi.training;

import java.util.Objects;
import java.util.Optional;

/**
 * How a phase's parameters change in a step: the batch's gradient {@code g} is clipped, decay is added ({@code g <- g + l2
 * w}), and the rule moves the parameters.
 *
 * @param rule how parameters follow gradients
 * @param learningRate the step size, by the time of the run
 * @param clipping of the gradient
 * @param l2 coupled decay of all parameters, biases too, as PyTorch's {@code weight_decay}; the gradient of a penalty of
 *     {@code l2 / 2 |w|^2}; at least 0. For decoupled decay see {@link UpdateRule.AdamW}
 * @param plateau lowers the rate further where training gets no further; empty: never
 * @param bound after each step, parameters are brought back to {@code [-bound, bound]}, as those of a Wasserstein critic; above 0,
 *     infinite where there is none
 */
public record OptimiserSpec(
        UpdateRule rule, Schedule learningRate, Clipping clipping, double l2, Optional<Plateau> plateau, double bound) {
    public OptimiserSpec {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(learningRate, "learningRate");
        Objects.requireNonNull(clipping, "clipping");
        Objects.requireNonNull(plateau, "plateau");
        if (!(l2 >= 0)) {
            throw new IllegalArgumentException("l2 is at least 0, not " + l2);
        }
        if (!(bound > 0)) {
            throw new IllegalArgumentException("parameters are kept within a bound above 0, not " + bound);
        }
    }

    /** With parameters of any size. */
    public OptimiserSpec(
            UpdateRule rule, Schedule learningRate, Clipping clipping, double l2, Optional<Plateau> plateau) {
        this(rule, learningRate, clipping, l2, plateau, Double.POSITIVE_INFINITY);
    }

    /** A rule and its rate, nothing else. */
    public OptimiserSpec(UpdateRule rule, Schedule learningRate) {
        this(rule, learningRate, Clipping.NONE, 0, Optional.empty());
    }

    /** The same with gradients clipped. */
    public OptimiserSpec with(Clipping other) {
        return new OptimiserSpec(rule, learningRate, other, l2, plateau, bound);
    }

    /** The same with coupled decay. */
    public OptimiserSpec withL2(double decay) {
        return new OptimiserSpec(rule, learningRate, clipping, decay, plateau, bound);
    }

    /** The same with a rate that is lowered where training gets no further. */
    public OptimiserSpec with(Plateau other) {
        return new OptimiserSpec(rule, learningRate, clipping, l2, Optional.of(other), bound);
    }

    /** The same with parameters that stay within {@code [-limit, limit]}. */
    public OptimiserSpec within(double limit) {
        return new OptimiserSpec(rule, learningRate, clipping, l2, plateau, limit);
    }
}
