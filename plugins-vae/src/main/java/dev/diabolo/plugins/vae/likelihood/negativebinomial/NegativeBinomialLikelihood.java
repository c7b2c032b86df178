package dev.diabolo.plugins.vae.likelihood.negativebinomial;

import dev.diabolo.plugins.vae.likelihood.counts.LogGamma;
import dev.diabolo.plugins.vae.likelihood.counts.Rate;
import dev.diabolo.plugins.vae.likelihood.negativebinomial.NegativeBinomialLikelihoodOptions.Dispersion;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link NegativeBinomialLikelihoodProvider}. */
record NegativeBinomialLikelihood(NegativeBinomialLikelihoodOptions options) implements Likelihood {
    /** From exp(-10) to exp(10): almost all counts 0, to almost a Poisson distribution. */
    private static final double LARGEST_LOGARITHM = 10;

    private boolean perValue() {
        return options.dispersion() == Dispersion.PER_VALUE;
    }

    @Override
    public TensorSpec raw(TensorSpec data) {
        return perValue() ? data.repeated(2) : data;
    }

    @Override
    public boolean needsCounts() {
        return true;
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        SDVariable first = raw.flat().variable();
        SDVariable second;
        if (perValue()) {
            SDVariable[] halves = scope.graph().unstack(first.reshape(-1, 2, data.size()), 1, 2);
            first = halves[0];
            second = halves[1];
        } else {
            second = scope.parameter("log-dispersion", Initialiser.zeros(), data.size());
        }
        SDVariable logDispersion =
                scope.graph().math().tanh(second.mul(1 / LARGEST_LOGARITHM)).mul(LARGEST_LOGARITHM);
        Rate rate = Rate.of(scope, first);
        Tensor mean = new Tensor(rate.value(), data.flat()).as(data);
        return new NegativeBinomial(scope, raw, mean, rate.logarithm(), logDispersion);
    }

    private record NegativeBinomial(
            GraphScope scope, Tensor raw, Tensor mean, SDVariable logMean, SDVariable logDispersion)
            implements Reconstruction {
        @Override
        public String family() {
            return "negative-binomial";
        }

        @Override
        public Optional<Tensor> logits() {
            return Optional.empty();
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            SDVariable counts = data.flat().variable();
            SDVariable dispersion = scope.graph().math().exp(logDispersion);
            SDVariable odds = logMean.sub(logDispersion);
            SDVariable failures = Logistic.softplus(odds).mul(dispersion);
            SDVariable successes = Logistic.softplus(odds.neg()).mul(counts);
            SDVariable choices = LogGamma.increase(scope, dispersion, counts)
                    .sub(LogGamma.increase(scope, scope.constant(1), counts));
            return failures.add(successes).sub(choices).sum(1);
        }
    }
}
