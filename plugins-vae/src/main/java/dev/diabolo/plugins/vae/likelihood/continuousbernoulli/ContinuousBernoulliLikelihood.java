package dev.diabolo.plugins.vae.likelihood.continuousbernoulli;

import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link ContinuousBernoulliLikelihoodProvider}. */
final class ContinuousBernoulliLikelihood implements Likelihood {
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
        return new ContinuousBernoulli(scope, raw, raw.with(Sinh.mean(scope, raw.variable())));
    }

    private record ContinuousBernoulli(GraphScope scope, Tensor raw, Tensor mean) implements Reconstruction {
        @Override
        public String family() {
            return "continuous-bernoulli";
        }

        /** Its mean is no logistic function. */
        @Override
        public Optional<Tensor> logits() {
            return Optional.empty();
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            SDVariable natural = raw.flat().variable();
            SDVariable fromMiddle = data.flat().variable().rsub(0.5);
            return Sinh.logarithm(scope, natural).add(natural.mul(fromMiddle)).sum(1);
        }
    }
}
