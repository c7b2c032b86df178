package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.Activation;

/** One operation of a network, as layers know it. */
sealed interface Step {
    /**
     * {@code x W + b}.
     *
     * @param weight {@code [in, out]}
     * @param bias {@code [out]}
     */
    record Dense(TrainedParameter weight, TrainedParameter bias) implements Step {
        int in() {
            return (int) weight.shape()[0];
        }

        int out() {
            return (int) weight.shape()[1];
        }
    }

    /** An activation of every value. */
    record Activate(Activation activation) implements Step {}

    /** {@code factor x + shift}, for every value. */
    record Scale(double factor, double shift) implements Step {}
}
