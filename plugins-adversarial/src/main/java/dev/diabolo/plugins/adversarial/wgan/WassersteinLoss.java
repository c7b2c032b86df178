package dev.diabolo.plugins.adversarial.wgan;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link WassersteinLossProvider}. */
record WassersteinLoss(WassersteinLossOptions options) implements GameLoss {
    private static final String PENALTY = "penalty";
    private static final String SLOPE = "slope";

    @Override
    public List<TermSpec> terms() {
        List<TermSpec> terms = new ArrayList<>(List.of(
                critic(Game.DISCRIMINATOR, "what the critic gives to generated examples, less what it gives to data"),
                TermSpec.adversarial(Game.GENERATOR, "", "what the critic gives to generated examples, negative")
                        .loweredBy(Groups.DECODER),
                Spread.term("what is generated", Groups.DECODER)));
        if (options.penalty() > 0) {
            terms.add(critic(PENALTY, "squared difference of the critic's slope from 1")
                    .weighing(options.penalty()));
            terms.add(critic(SLOPE, "the critic's slope between data and generated examples")
                    .weighing(0));
        }
        return terms;
    }

    private static TermSpec critic(String name, String summary) {
        return TermSpec.adversarial(name, "", summary).loweredBy(Game.DISCRIMINATOR);
    }

    @Override
    public String made() {
        return "generated examples";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Discriminator critic = new Discriminator(scope.group(Game.DISCRIMINATOR), options.discriminator());
        Tensor generated = pass.generate(Divergence.prior(pass).sample()).mean();
        SDVariable real = critic.logit(critic.features(critic.noisy("data", pass.data())));
        SDVariable fake = critic.logit(critic.features(critic.noisy("generated", generated)));
        Map<String, SDVariable> terms = new HashMap<>();
        terms.put(Game.DISCRIMINATOR, fake.sub(real));
        terms.put(Game.GENERATOR, fake.neg());
        terms.put(Spread.NAME, Spread.of(scope, generated, pass.data()));
        if (options.penalty() > 0) {
            SlopePenalty.Measured measured = new SlopePenalty(scope, options.directions(), options.step())
                    .of(pass.data(), generated, values -> critic.logit(critic.features(values)));
            terms.put(PENALTY, measured.penalty());
            terms.put(SLOPE, measured.slope());
        }
        return terms;
    }
}
