package dev.diabolo.spi.training;

import java.util.Map;

/** Decides whether a phase takes its turn. Must be a function of its argument alone. */
@FunctionalInterface
public interface Gate {
    /** Never skips. */
    Gate ALWAYS = latest -> true;

    /**
     * Whether the phase takes its turn.
     *
     * @param latest each term's mean over the last batch on which it was computed, unweighted; empty at first
     */
    boolean open(Map<String, Double> latest);
}
