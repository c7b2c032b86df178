package dev.diabolo.spi;

import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.Map;
import java.util.SplittableRandom;

/** A distribution of codes. Immutable; safe for any number of threads. */
public interface FittedSampler {
    /** Numbers in a code. */
    int size();

    /** One code. */
    float[] sample(SplittableRandom random);

    /** The logarithm of the density at a code, in nats. */
    double logDensity(float[] code);

    /** All that was fitted, by name; what a model file keeps. */
    Map<String, TrainedParameter> state();
}
