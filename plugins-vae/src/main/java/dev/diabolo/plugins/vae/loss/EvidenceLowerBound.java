package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link EvidenceLowerBoundProvider}. */
record EvidenceLowerBound(EvidenceLowerBoundOptions options) implements Loss {
    private static final String RECONSTRUCTION = "reconstruction";
    private static final String DIVERGENCE = "kl";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                new TermSpec(RECONSTRUCTION, "nats", "negative log-likelihood of the data, given the code"),
                new TermSpec(
                        DIVERGENCE,
                        "nats",
                        "divergence of the code's distribution from the prior",
                        Schedule.constant(options.beta())));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        return Map.of(
                RECONSTRUCTION,
                pass.reconstruction().negativeLogLikelihood(pass.data()),
                DIVERGENCE,
                Divergence.of(pass));
    }
}
