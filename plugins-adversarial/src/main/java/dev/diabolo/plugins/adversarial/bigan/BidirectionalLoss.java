package dev.diabolo.plugins.adversarial.bigan;

import dev.diabolo.plugins.adversarial.discriminator.Discriminator;
import dev.diabolo.plugins.adversarial.game.Contest;
import dev.diabolo.plugins.adversarial.game.Divergence;
import dev.diabolo.plugins.adversarial.game.Game;
import dev.diabolo.plugins.adversarial.game.GameLoss;
import dev.diabolo.plugins.adversarial.game.Spread;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link BidirectionalLossProvider}. */
record BidirectionalLoss(BidirectionalLossOptions options) implements GameLoss {
    @Override
    public List<TermSpec> terms() {
        return List.of(
                Game.discriminator("cross-entropy of telling data with their codes from codes with what is decoded"),
                Game.generator("cross-entropy of each pair being taken for the other kind", Game.networks()),
                Game.accuracy(),
                Spread.term("what is generated", Game.networks()));
    }

    @Override
    public String made() {
        return "generated examples";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Discriminator judge = new Discriminator(scope.group(Game.DISCRIMINATOR), options.discriminator());
        Tensor drawn = Divergence.prior(pass).sample();
        Tensor generated = pass.generate(drawn).mean();
        SDVariable real = judge.logit(judge.features(
                judge.noisy("data", pass.data()),
                judge.noisy("code", pass.latent().sample())));
        SDVariable fake = judge.logit(judge.features(judge.noisy("generated", generated), judge.noisy("drawn", drawn)));
        Contest contest = new Contest(real, fake, options.discriminator());
        return Map.of(
                Game.DISCRIMINATOR,
                contest.discriminator(),
                Game.GENERATOR,
                Game.fake(real).add(Game.deceived(fake)),
                Game.ACCURACY,
                contest.accuracy(scope),
                Spread.NAME,
                Spread.of(scope, generated, pass.data()));
    }
}
