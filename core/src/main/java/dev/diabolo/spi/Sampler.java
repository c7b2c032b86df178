package dev.diabolo.spi;

import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.Map;

/**
 * A family of distributions that is fitted to the codes of a trained model, so that new codes can be drawn from it. Any model may
 * have one, with a prior or without.
 */
public interface Sampler {
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
