package dev.diabolo.spi.graph;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Examples seen as channels and, in sequences and images, the places of each; a feature of a vector is a channel without places.
 *
 * @param spec the shape of an example
 */
record Channels(TensorSpec spec) {
    long count() {
        return spec.dimension(0);
    }

    /** The shape of an example with all its places in one dimension. */
    TensorSpec shape() {
        return havePlaces() ? TensorSpec.of(count(), spec.size() / count()) : TensorSpec.of(count());
    }

    /** A number for each channel, in a shape that is broadcast to {@link #shape}. */
    SDVariable each(SDVariable numbers) {
        return havePlaces() ? numbers.reshape(1, count(), 1) : numbers.reshape(1, count());
    }

    /** Mean over the batch, and over the places of each channel. */
    SDVariable mean(SDVariable values) {
        return (havePlaces() ? values.mean(2) : values).mean(0);
    }

    private boolean havePlaces() {
        return spec.size() > count();
    }
}
