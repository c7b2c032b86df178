package dev.diabolo.spi;

import dev.diabolo.spi.graph.Tensor;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** The decoder's distribution over data, given a code. */
public interface Reconstruction {
    /** The family's name: {@code deterministic}, {@code bernoulli}, {@code gaussian}. */
    String family();

    /** The raw values as the decoder gave them. */
    Tensor raw();

    /** The expected data; shape {@code [batch, data...]}. What {@code reconstruct} gives to users. */
    Tensor mean();

    /**
     * The values whose logistic function is {@link #mean()}; present only where there are such. Cross-entropies take
     * these, and never values that were squashed already.
     */
    Optional<Tensor> logits();

    /**
     * The negative log-likelihood of each example, summed over features; shape {@code [batch]}, in nats.
     *
     * @param data shape {@code [batch, data...]}
     */
    SDVariable negativeLogLikelihood(Tensor data);
}
