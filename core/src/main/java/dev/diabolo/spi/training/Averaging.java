package dev.diabolo.spi.training;

import java.util.Set;

/**
 * Moving averages of parameters over the steps of training, which are evaluated and saved in place of the parameters themselves.
 * Gradients are those of the parameters.
 *
 * <p><b>Formula:</b> after cycle t of phases, from 1, {@code a <- d a + (1 - d) w} with {@code d = min(decay, (1 + t) / (10 + t))}, so
 * that first values are soon forgotten; a begins as w.
 *
 * <p><b>Source:</b> Polyak and Juditsky 1992; for generators, Yazici et al. 2019. The growing decay is TensorFlow's.
 *
 * @param decay above 0, below 1
 * @param groups whose parameters are averaged; at least one
 */
public record Averaging(double decay, Set<String> groups) {
    public Averaging {
        groups = Set.copyOf(groups);
        if (!(decay > 0 && decay < 1) || groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "averages need a decay between 0 and 1 and at least one group, not " + decay + " and " + groups);
        }
    }

    /**
     * The share of an average that stays.
     *
     * @param cycle from 1
     */
    public double decayAt(long cycle) {
        return Math.min(decay, (1.0 + cycle) / (10.0 + cycle));
    }
}
