package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;

/**
 * Spoils data, so that a model learns to restore them: noise, masks, less colour, fewer pixels. The encoder is given what is
 * spoilt; the loss, and every measure, compare with what was before. Data may also be changed for another {@link Purpose}. Learns
 * nothing.
 *
 * <p>Validation and evaluation corrupt as training does, with noise that depends on the run's seed and the example's number
 * alone: the criterion measures the task, on the same corrupted examples in every epoch. Encoding and reconstructing for
 * users take data as they are given.
 *
 * <p><b>Source:</b> Vincent et al., Stacked denoising autoencoders, JMLR 11, 2010.
 */
public interface Corruption {
    /**
     * Refuses data that it cannot corrupt; asked before any graph is built.
     *
     * @param data the shape of one example
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it cannot corrupt such data, with the shape
     */
    void requireSupported(TensorSpec data);

    /**
     * Builds the corruption. Its randomness is {@link GraphScope#noise}; it makes no parameters and does not ask whether the
     * graph is for training.
     *
     * @param data shape {@code [batch, data...]}, scaled to [0, 1]
     * @return the same shape
     */
    Tensor corrupt(GraphScope scope, Tensor data);

    /**
     * Which values it leaves as they are, where whoever has the corrupted data knows it: of an image with a hidden part, what is
     * visible. Such values are true and need no restoring: {@code Autoencoder.restore} keeps them, and takes from the model the
     * others alone. Asked in the scope that {@link #corrupt} was given, so that noise of the same name is the same.
     *
     * @param data the shape of one example
     * @return shape {@code [batch, data...]}, 1 for what is left as it is, else 0; empty, as by default, where that is not known
     */
    default Optional<Tensor> untouched(GraphScope scope, TensorSpec data) {
        return Optional.empty();
    }

    /** What the changed data are for. */
    enum Purpose {
        /** The encoder is given what is spoilt, and the loss the data: in training and in evaluations. */
        RESTORATION,
        /**
         * What it makes are examples in their own right, which a model should reconstruct as they are. The encoder and the loss are
         * given the same, in training alone; elsewhere it does nothing.
         */
        AUGMENTATION,
        /**
         * The data tell how examples are distributed, and what it makes are the examples: pixels that are drawn from their
         * probabilities. The encoder and the loss are given the same, in training and in evaluations.
         */
        DRAW
    }

    /** What the changed data are for; {@link Purpose#RESTORATION} where this is not overridden. */
    default Purpose purpose() {
        return Purpose.RESTORATION;
    }
}
