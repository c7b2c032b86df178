package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The choices that make up a code: a row for each group of channels at each place, places of one example one behind the other.
 *
 * @param code {@code [channels]}, or {@code [channels, places...]}
 * @param size numbers in an entry, of which the channels are a multiple
 */
record Places(TensorSpec code, int size) {
    private long channels() {
        return code.dimension(0);
    }

    private long places() {
        return code.size() / channels();
    }

    /** Choices of one example. */
    long choices() {
        return code.size() / size;
    }

    /** Shape {@code [batch, code...] -> [batch choices, size]}. */
    SDVariable rows(SDVariable values) {
        if (places() == 1) {
            return values.reshape(-1, size);
        }
        return values.reshape(-1, channels(), places()).permute(0, 2, 1).reshape(-1, size);
    }

    /** The other way. */
    SDVariable joined(SDVariable rows) {
        if (places() == 1) {
            return rows.reshape(code.batched(-1));
        }
        return rows.reshape(-1, places(), channels()).permute(0, 2, 1).reshape(code.batched(-1));
    }
}
