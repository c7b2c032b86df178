package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import org.nd4j.autodiff.samediff.SDVariable;

/** The entries that codes are made of. */
sealed interface Codebook permits Codebook.Learnt, MovingCodebook {
    /** Deviation of the first entries: of about unit length, whatever their size, and none alike. */
    static Initialiser first(int size) {
        return new Initialiser.Normal(0, 1 / Math.sqrt(size));
    }

    /** Shape {@code [entries, size]}. */
    SDVariable entries();

    /**
     * Learns from a batch.
     *
     * @param rows what chose: shape {@code [choices, size]}
     * @param choices shape {@code [choices, entries]}
     * @param ofExample choices of one example
     */
    void learn(SDVariable rows, SDVariable choices, long ofExample);

    static Codebook of(GraphScope scope, QuantisedPosteriorOptions options) {
        return switch (options.codebook()) {
            case GRADIENT ->
                new Learnt(scope.parameter("codebook", first(options.size()), options.entries(), options.size()));
            case MOVING_AVERAGE -> MovingCodebook.of(scope, options);
        };
    }

    /** Learns by the loss. */
    record Learnt(SDVariable entries) implements Codebook {
        @Override
        public void learn(SDVariable rows, SDVariable choices, long ofExample) {}
    }
}
