package dev.diabolo.plugins.vae.classes;

import dev.diabolo.plugins.vae.loss.Divergence;
import dev.diabolo.plugins.vae.loss.VariationalTerms;
import dev.diabolo.spi.Draws;
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

/** See {@link SemiSupervisedProvider}. */
record SemiSupervised(SemiSupervisedOptions options) implements Loss {
    private static final String CLASSIFICATION = "classification";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                VariationalTerms.reconstruction(),
                VariationalTerms.divergence(Schedule.constant(1)),
                new TermSpec(
                        CLASSIFICATION,
                        "nats",
                        "negative log-probability of the labels that are known",
                        Schedule.constant(options.alpha())));
    }

    /** What the bound of every class is made of; shape {@code [batch, classes]} each. */
    private record Bounds(SDVariable reconstruction, SDVariable divergence) {
        static Bounds of(GraphScope scope, ForwardPass pass, int classes) {
            Draws draws = pass.draws(classes);
            Latent.Classified inferred = classified(draws.latent());
            Tensor each = OneHot.inTurn(scope, inferred.logits());
            GivenClass given = new GivenClass(each, inferred.styles().given(each));
            SDVariable unlikely = pass.generate(given.sample(), classes).negativeLogLikelihood(draws.data());
            return new Bounds(
                    unlikely.reshape(-1, classes),
                    Divergence.prior(pass).divergenceOfEach(given).reshape(-1, classes));
        }
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Latent.Classified latent = classified(pass.latent());
        SDVariable logProbabilities = latent.logProbabilities();
        SDVariable labels = labels(scope, pass, latent);
        SDVariable unknown = labels.sum(true, 1).rsub(1);
        SDVariable inferred = scope.graph().math().exp(logProbabilities).mul(unknown);
        SDVariable shares = labels.add(inferred);
        Bounds bounds = Bounds.of(scope, pass, latent.classes());
        return Map.of(
                VariationalTerms.RECONSTRUCTION,
                shares.mul(bounds.reconstruction()).sum(1),
                VariationalTerms.DIVERGENCE,
                shares.mul(bounds.divergence())
                        .sum(1)
                        .add(inferred.mul(logProbabilities).sum(1)),
                CLASSIFICATION,
                labels.mul(logProbabilities).sum(1).neg());
    }

    private static SDVariable labels(GraphScope scope, ForwardPass pass, Latent.Classified latent) {
        Tensor labels = pass.labels()
                .orElseGet(() -> latent.logits()
                        .with(scope.stopGradient(latent.logits().variable()).mul(0)));
        latent.requireClasses(labels);
        return labels.variable();
    }

    private static Latent.Classified classified(Latent latent) {
        if (latent instanceof Latent.Classified found) {
            return found;
        }
        throw DiaboloException.user(
                "loss.no-classes",
                Problem.of("this loss learns classes, and the posterior infers none")
                        .at("posterior")
                        .allowed("posterior.type=vae.class-and-style")
                        .remedy("use that posterior, or choose another loss"));
    }
}
