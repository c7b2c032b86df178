package dev.diabolo.plugins.vae.likelihood.poisson;

import dev.diabolo.plugins.vae.likelihood.counts.LogGamma;
import dev.diabolo.plugins.vae.likelihood.counts.Rate;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link PoissonLikelihoodProvider}. */
final class PoissonLikelihood implements Likelihood {
    @Override
    public TensorSpec raw(TensorSpec data) {
        return data;
    }

    @Override
    public boolean needsCounts() {
        return true;
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        Rate rate = Rate.of(scope, raw.variable());
        return new Poisson(scope, raw, raw.with(rate.value()), raw.with(rate.logarithm()));
    }

    private record Poisson(GraphScope scope, Tensor raw, Tensor mean, Tensor logMean) implements Reconstruction {
        @Override
        public String family() {
            return "poisson";
        }

        @Override
        public Optional<Tensor> logits() {
            return Optional.empty();
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            SDVariable counts = data.flat().variable();
            SDVariable logFactorials = LogGamma.increase(scope, scope.constant(1), counts);
            return mean.flat()
                    .variable()
                    .sub(counts.mul(logMean.flat().variable()))
                    .add(logFactorials)
                    .sum(1);
        }
    }
}
