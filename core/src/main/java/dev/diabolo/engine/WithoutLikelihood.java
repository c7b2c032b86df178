package dev.diabolo.engine;

import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.Tensor;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Values as they are, of models whose loss asks for no likelihood of data.
 *
 * @param raw the values
 * @param family what they are called
 */
public record WithoutLikelihood(Tensor raw, String family) implements Reconstruction {
    @Override
    public Tensor mean() {
        return raw;
    }

    @Override
    public Optional<Tensor> logits() {
        return Optional.empty();
    }

    /**
     * @throws UnsupportedOperationException always
     */
    @Override
    public SDVariable negativeLogLikelihood(Tensor data) {
        throw new UnsupportedOperationException("what is " + family + " has no likelihood");
    }
}
