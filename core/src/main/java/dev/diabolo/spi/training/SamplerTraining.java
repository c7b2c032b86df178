package dev.diabolo.spi.training;

import java.util.Objects;

/**
 * How a sampler's parameters are trained. A tenth of the codes is held out, where there are at least {@value #LEAST_TO_HOLD_OUT}, and the
 * parameters of the epoch that is best on them are kept.
 *
 * @param epochs passes over the codes, at least 1
 * @param batch codes in a step, at least 1
 * @param optimiser how parameters change
 * @param patience epochs without progress on what is held out after which training ends; 0 for none
 */
public record SamplerTraining(int epochs, int batch, OptimiserSpec optimiser, int patience) {
    /** Fewer codes are all learnt from. */
    public static final int LEAST_TO_HOLD_OUT = 50;

    public SamplerTraining {
        Objects.requireNonNull(optimiser, "optimiser");
        if (epochs < 1 || batch < 1 || patience < 0) {
            throw new IllegalArgumentException("no training has " + epochs + " epochs with batches of " + batch
                    + " and a patience of " + patience);
        }
    }
}
