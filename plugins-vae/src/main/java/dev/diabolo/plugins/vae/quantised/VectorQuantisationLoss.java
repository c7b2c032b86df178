package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link VectorQuantisationLossProvider}. */
record VectorQuantisationLoss(VectorQuantisationLossOptions options) implements Loss {
    private static final String RECONSTRUCTION = "reconstruction";
    private static final String CODEBOOK = "codebook";
    private static final String COMMITMENT = "commitment";
    private static final String PERPLEXITY = "perplexity";

    /** Keeps {@code p log p} of an entry that nothing chose at 0. */
    private static final double TINY = 1e-10;

    @Override
    public List<TermSpec> terms() {
        return List.of(
                new TermSpec(RECONSTRUCTION, "nats", "negative log-likelihood of the data, given the code"),
                new TermSpec(CODEBOOK, "", "squared distance of entries from what chose them"),
                new TermSpec(
                        COMMITMENT,
                        "",
                        "squared distance of what the encoder gives from the entries chosen",
                        Schedule.constant(options.commitment())),
                new TermSpec(PERPLEXITY, "entries", "how many entries are in use, as it were", Schedule.constant(0)));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        if (!(pass.latent() instanceof Latent.Quantised code)) {
            throw DiaboloException.user(
                    "loss.not-quantised",
                    Problem.of("this loss is for codes of a codebook, and this posterior has none")
                            .at("posterior")
                            .remedy("set posterior.type=vae.quantised, or choose another loss"));
        }
        SDVariable continuous = code.continuous().flat().variable();
        SDVariable quantised = code.quantised().flat().variable();
        return Map.of(
                RECONSTRUCTION,
                pass.reconstruction().negativeLogLikelihood(pass.data()),
                CODEBOOK,
                squares(scope.stopGradient(continuous).sub(quantised)),
                COMMITMENT,
                squares(continuous.sub(scope.stopGradient(quantised))),
                PERPLEXITY,
                pass.data().forEachExample(perplexity(scope, code.choices())));
    }

    private static SDVariable squares(SDVariable difference) {
        return difference.mul(difference).sum(1);
    }

    private static SDVariable perplexity(GraphScope scope, Tensor choices) {
        scope.coupleBatch("perplexity of a codebook");
        long entries = choices.spec().dimension(1);
        SDVariable shares = choices.variable().reshape(-1, entries).mean(0);
        SDVariable entropy =
                shares.mul(scope.graph().math().log(shares.add(TINY))).sum().neg();
        return scope.graph().math().exp(entropy);
    }
}
