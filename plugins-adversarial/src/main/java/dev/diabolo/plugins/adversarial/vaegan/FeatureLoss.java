package dev.diabolo.plugins.adversarial.vaegan;

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

/** See {@link FeatureLossProvider}. */
record FeatureLoss(FeatureLossOptions options) implements GameLoss {
    private static final String FEATURES = "features";
    private static final String KL = "kl";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                // What the discriminator looks at changes as it learns, and so does what this measures.
                TermSpec.adversarial(
                                FEATURES, "", "half the squared difference of the discriminator's last hidden layer")
                        .loweredBy(Game.networks())
                        .weighing(options.features()),
                // Without the features it would be the better, the less codes tell: no epoch is chosen by it.
                TermSpec.adversarial(KL, "nats", "divergence of the posterior from the prior")
                        .loweredBy(Groups.ENCODER),
                Game.discriminator("cross-entropy of telling data from reconstructions and from what is generated"),
                Game.generator("cross-entropy of both being taken for data", Groups.DECODER)
                        .weighing(options.weight()),
                Game.accuracy(),
                Spread.term("what is generated", Groups.DECODER));
    }

    @Override
    public String made() {
        return "generated examples";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Discriminator judge = new Discriminator(scope.group(Game.DISCRIMINATOR), options.discriminator());
        Tensor generated = pass.generate(Divergence.prior(pass).sample()).mean();
        Tensor seen = judge.features(judge.noisy("data", pass.data()));
        Tensor remembered = judge.features(
                judge.noisy("reconstruction", pass.reconstruction().mean()));
        SDVariable real = judge.logit(seen);
        SDVariable copy = judge.logit(remembered);
        SDVariable fake = judge.logit(judge.features(judge.noisy("generated", generated)));
        SDVariable difference = remembered.variable().sub(seen.variable());
        return Map.of(
                FEATURES,
                difference.mul(difference).sum(1).mul(0.5),
                KL,
                Divergence.of(pass),
                Game.DISCRIMINATOR,
                Game.real(real, options.discriminator()).add(Game.fake(copy)).add(Game.fake(fake)),
                Game.GENERATOR,
                Game.deceived(copy).add(Game.deceived(fake)),
                Game.ACCURACY,
                Game.accuracy(scope, real, fake),
                Spread.NAME,
                Spread.of(scope, generated, pass.data()));
    }
}
