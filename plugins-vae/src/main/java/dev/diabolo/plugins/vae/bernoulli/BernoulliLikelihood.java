package dev.diabolo.plugins.vae.bernoulli;

import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link BernoulliLikelihoodProvider}. */
final class BernoulliLikelihood implements Likelihood {
    @Override
    public TensorSpec raw(TensorSpec data) {
        return data;
    }

    @Override
    public boolean needsUnitInterval() {
        return true;
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        return new Bernoulli(raw, raw.with(Activation.SIGMOID.apply(raw.variable())));
    }

    private record Bernoulli(Tensor raw, Tensor mean) implements Reconstruction {
        @Override
        public String family() {
            return "bernoulli";
        }

        @Override
        public Optional<Tensor> logits() {
            return Optional.of(raw);
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            return Logistic.crossEntropy(raw.flat().variable(), data.flat().variable())
                    .sum(1);
        }
    }
}
