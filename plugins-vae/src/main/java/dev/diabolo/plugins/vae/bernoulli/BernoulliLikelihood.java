package dev.diabolo.plugins.vae.bernoulli;

import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link BernoulliLikelihoodProvider}. */
record BernoulliLikelihood(BernoulliLikelihoodOptions.Centre centre) implements Likelihood {
    /** How near to 0 and 1 a mean may be whose logit is taken: most pixels at the border of digits are never lit. */
    private static final double MARGIN = 0.001;

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
        Tensor logits = centre == BernoulliLikelihoodOptions.Centre.ZERO ? raw : centred(scope, raw, data);
        return new Bernoulli(raw, logits, logits.with(Activation.SIGMOID.apply(logits.variable())));
    }

    private static Tensor centred(GraphScope scope, Tensor raw, TensorSpec data) {
        SDVariable ofMeans = scope.buffer("centre", new Initialiser.OfMean(BernoulliLikelihood::logit), data.size());
        return new Tensor(raw.flat().variable().add(ofMeans), data.flat()).as(data);
    }

    private static double logit(double mean) {
        double within = Math.max(MARGIN, Math.min(1 - MARGIN, mean));
        return Math.log(within / (1 - within));
    }

    private record Bernoulli(Tensor raw, Tensor logit, Tensor mean) implements Reconstruction {
        @Override
        public String family() {
            return "bernoulli";
        }

        @Override
        public Optional<Tensor> logits() {
            return Optional.of(logit);
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            return Logistic.crossEntropy(logit.flat().variable(), data.flat().variable())
                    .sum(1);
        }
    }
}
