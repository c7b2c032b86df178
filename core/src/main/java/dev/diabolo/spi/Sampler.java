package dev.diabolo.spi;

/**
 * A family of distributions that is fitted to the codes of a trained model, so that new codes can be drawn from it. Any model may
 * have one, with a prior or without. It either computes its fit, or has parameters that the host trains.
 */
public sealed interface Sampler permits DirectSampler, LearntSampler {}
