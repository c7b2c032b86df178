package dev.diabolo.spi;

import dev.diabolo.spi.training.SamplerTraining;

/**
 * A sampler whose parameters the host trains as it trains models: by the gradient of the codes' log-density, with the optimiser that
 * the sampler asks for. What it has learnt is the parameters that its density makes; the host draws from it, and keeps it.
 */
public non-sealed interface LearntSampler extends Sampler {
    /**
     * The family, for some codes. Numbers come with mean 0 and variance 1 in each dimension, choices as numbers of entries, from 0.
     *
     * <p>Its {@link Prior#logDensity} is asked for the codes of a batch only, so that it may draw noise; where it has no closed form
     * it is a lower bound in the mean. There is no model around it: {@link Prior.Model#infer} gives the codes themselves.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it has no distribution of such codes
     */
    Prior density(CodeSpace codes);

    /** How it is to be trained. */
    SamplerTraining training();
}
