package dev.diabolo.spi;

import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.Map;

/** A sampler that computes its fit on its own: moments, expectation maximisation. For codes of numbers. */
public non-sealed interface DirectSampler extends Sampler {
    /**
     * Fits the distribution; the same codes and seed give the same.
     *
     * @param codes at least two, all of one length, finite; not changed
     * @param seed of whatever is random in fitting
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where there are too few codes
     */
    FittedSampler fit(float[][] codes, long seed);

    /**
     * A distribution that was fitted before.
     *
     * @param state as {@link FittedSampler#state} gave it
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it cannot be such a state
     */
    FittedSampler restore(Map<String, TrainedParameter> state);
}
