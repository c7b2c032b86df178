package dev.diabolo.plugins.adversarial.gan;

import dev.diabolo.plugins.adversarial.game.Contest;
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

/** See {@link GenerativeLossProvider}. */
record GenerativeLoss(GenerativeLossOptions options) implements GameLoss {
    @Override
    public List<TermSpec> terms() {
        return List.of(
                Game.discriminator("cross-entropy of telling data from what is generated"),
                Game.generator("cross-entropy of what is generated being taken for data", Groups.DECODER),
                Game.accuracy(),
                Spread.term("what is generated", Groups.DECODER));
    }

    @Override
    public String made() {
        return "generated examples";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Tensor generated = pass.generate(Divergence.prior(pass).sample()).mean();
        Contest contest = Contest.of(
                scope.group(Game.DISCRIMINATOR), options.discriminator(), "data", pass.data(), "generated", generated);
        Map<String, SDVariable> terms = contest.terms(scope);
        terms.put(Spread.NAME, Spread.of(scope, generated, pass.data()));
        return terms;
    }
}
