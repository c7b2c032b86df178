package dev.diabolo.spi.training;

/** How a group's parameters follow their gradients. */
public sealed interface OptimiserSpec {
    /** The step size, at each optimiser step. */
    Schedule learningRate();

    /**
     * Stochastic gradient descent.
     *
     * <p><b>Formula:</b> {@code v <- momentum v - rate g; w <- w + v}; with Nesterov's look-ahead {@code w <- w + momentum v -
     * rate g}. <b>Source:</b> Sutskever et al. 2013, as in Keras.
     */
    record Sgd(Schedule learningRate, double momentum, boolean nesterov) implements OptimiserSpec {}

    /**
     * Adam. <b>Source:</b> Kingma and Ba 2015, algorithm 1, in the form at the end of its section 2 (epsilon added to the
     * square root of the uncorrected second moment), as in Keras.
     */
    record Adam(Schedule learningRate, double beta1, double beta2, double epsilon) implements OptimiserSpec {}
}
