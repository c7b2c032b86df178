package dev.diabolo.plugins.vae.wae;

import dev.diabolo.plugins.vae.discrepancy.MeanDiscrepancy;
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

/** See {@link WassersteinProvider}. */
record Wasserstein(WassersteinOptions options, MeanDiscrepancy discrepancy) implements Loss {
    private static final String DISCREPANCY = "mmd";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                VariationalTerms.reconstruction(),
                new TermSpec(
                        DISCREPANCY,
                        "",
                        "squared maximum mean discrepancy of codes from the prior, estimated",
                        Schedule.constant(options.weight())));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Sampled sampled = Sampled.of(scope, pass, 1);
        SDVariable squared = discrepancy.squared(
                scope, sampled.latent().sample(), Divergence.prior(pass).sample());
        return Map.of(
                VariationalTerms.RECONSTRUCTION,
                sampled.negativeLogLikelihood(),
                DISCREPANCY,
                pass.data().forEachExample(squared));
    }
}
