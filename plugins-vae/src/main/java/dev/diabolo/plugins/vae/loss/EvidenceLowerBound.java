package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
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
                        "divergence of the code's distribution from a standard normal one",
                        Schedule.constant(options.beta())));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        return Map.of(
                RECONSTRUCTION,
                pass.reconstruction().negativeLogLikelihood(pass.data()),
                DIVERGENCE,
                divergence(scope, gaussian(pass.latent())));
    }

    private static SDVariable divergence(GraphScope scope, Latent.Gaussian latent) {
        SDVariable mean = latent.mean().flat().variable();
        SDVariable logVariance = latent.logVariance().flat().variable();
        SDVariable variance = scope.graph().math().exp(logVariance);
        return mean.mul(mean).add(variance).sub(logVariance).sub(1).sum(1).mul(0.5);
    }

    private static Latent.Gaussian gaussian(Latent latent) {
        if (latent instanceof Latent.Gaussian gaussian) {
            return gaussian;
        }
        throw DiaboloException.user(
                "loss.no-distribution",
                Problem.of("the evidence lower bound needs a posterior that is a normal distribution")
                        .at("loss")
                        .remedy("set posterior.type=vae.gaussian, or choose another loss"));
    }
}
