package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link AdversarialLossProvider}. */
record AdversarialLoss(AdversarialLossOptions options) implements Loss {
    static final String RECONSTRUCTION = "reconstruction";
    static final String DISCRIMINATOR = "discriminator";
    static final String GENERATOR = "generator";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                new TermSpec(RECONSTRUCTION, "nats", "negative log-likelihood of the data, given the code"),
                TermSpec.adversarial(DISCRIMINATOR, "nats", "cross-entropy of telling codes from draws of the prior"),
                TermSpec.adversarial(GENERATOR, "nats", "cross-entropy of codes being taken for draws of the prior"));
    }

    @Override
    public Set<String> groups() {
        return Set.of(DISCRIMINATOR);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        GraphScope discriminator = scope.group(DISCRIMINATOR);
        Tensor code = pass.latent().sample().flat();
        Tensor prior =
                pass.prior().orElseThrow(AdversarialLoss::noPrior).sample().flat();
        SDVariable real = logit(discriminator, prior);
        SDVariable fake = logit(discriminator, code);
        return Map.of(
                RECONSTRUCTION,
                pass.reconstruction().negativeLogLikelihood(pass.data()),
                DISCRIMINATOR,
                Logistic.softplus(real.neg()).add(Logistic.softplus(fake)).sum(1),
                GENERATOR,
                Logistic.softplus(fake.neg()).sum(1));
    }

    private static DiaboloException noPrior() {
        return DiaboloException.user(
                "loss.no-prior",
                Problem.of(
                                "an adversarial autoencoder needs a prior that codes are made to resemble, and this model has none")
                        .at("prior")
                        .remedy("set prior.type=vae.standard-normal, or choose another loss"));
    }

    /** Shape {@code [batch, 1]}; the same weights at every call. */
    private SDVariable logit(GraphScope scope, Tensor code) {
        Tensor values = code;
        for (int i = 0; i < options.hidden().size(); i++) {
            Tensor layer =
                    Layers.dense(scope, "layer-" + i, values, options.hidden().get(i), options.initialisation());
            values = layer.with(options.activation().apply(layer.variable()));
        }
        return Layers.dense(scope, "output", values, 1, options.initialisation())
                .variable();
    }
}
