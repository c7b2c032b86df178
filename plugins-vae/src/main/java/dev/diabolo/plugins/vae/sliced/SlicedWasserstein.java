package dev.diabolo.plugins.vae.sliced;

import dev.diabolo.plugins.vae.loss.Divergence;
import dev.diabolo.plugins.vae.loss.Sampled;
import dev.diabolo.plugins.vae.loss.VariationalTerms;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link SlicedWassersteinProvider}. */
record SlicedWasserstein(SlicedWassersteinOptions options) implements Loss {
    private static final String DISTANCE = "sliced-wasserstein";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                VariationalTerms.reconstruction(),
                new TermSpec(
                        DISTANCE,
                        "squared code units",
                        "mean squared distance of codes from codes of the prior of the same rank, along random directions",
                        Schedule.constant(options.weight())));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Sampled sampled = Sampled.of(scope, pass, 1);
        SDVariable squared = SlicedDistance.squared(
                scope, sampled.latent().sample(), Divergence.prior(pass).sample(), options.directions());
        return Map.of(
                VariationalTerms.RECONSTRUCTION,
                sampled.negativeLogLikelihood(),
                DISTANCE,
                pass.data().forEachExample(squared));
    }
}
