package dev.diabolo.plugins.adversarial.factor;

import dev.diabolo.plugins.adversarial.discriminator.Discriminator;
import dev.diabolo.plugins.adversarial.game.Divergence;
import dev.diabolo.plugins.adversarial.game.Game;
import dev.diabolo.plugins.adversarial.game.GameLoss;
import dev.diabolo.plugins.adversarial.game.Spread;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link FactorLossProvider}. */
record FactorLoss(FactorLossOptions options) implements GameLoss {
    private static final String RECONSTRUCTION = "reconstruction";
    private static final String KL = "kl";
    private static final String TOTAL_CORRELATION = "total-correlation";
    private static final String[] MODEL = {Groups.ENCODER, Groups.DECODER, Groups.PRIOR};

    @Override
    public List<TermSpec> terms() {
        return List.of(
                new TermSpec(RECONSTRUCTION, "nats", "negative log-likelihood of the data, given the code")
                        .loweredBy(MODEL),
                new TermSpec(KL, "nats", "divergence of the posterior from the prior").loweredBy(MODEL),
                TermSpec.adversarial(
                                TOTAL_CORRELATION,
                                "nats",
                                "divergence of codes from codes with independent dimensions, as the discriminator sees it")
                        .weighing(options.gamma())
                        .loweredBy(MODEL),
                Game.discriminator("cross-entropy of telling codes from codes whose dimensions are permuted"),
                Game.accuracy(),
                Spread.term("codes", MODEL));
    }

    @Override
    public String made() {
        return "codes";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Discriminator judge = new Discriminator(scope.group(Game.DISCRIMINATOR), options.discriminator());
        Tensor code = pass.latent().sample().flat();
        Tensor permuted = Permutation.ofDimensions(scope, code);
        SDVariable dependent = judge.logit(judge.features(judge.noisy("code", code)));
        SDVariable independent = judge.logit(judge.features(judge.noisy("permuted", permuted)));
        return Map.of(
                RECONSTRUCTION,
                pass.reconstruction().negativeLogLikelihood(pass.data()),
                KL,
                Divergence.of(pass),
                TOTAL_CORRELATION,
                dependent,
                Game.DISCRIMINATOR,
                Game.real(dependent, options.discriminator()).add(Game.fake(independent)),
                Game.ACCURACY,
                Game.accuracy(scope, dependent, independent),
                Spread.NAME,
                Spread.of(scope, code, Divergence.prior(pass).sample().flat()));
    }
}
