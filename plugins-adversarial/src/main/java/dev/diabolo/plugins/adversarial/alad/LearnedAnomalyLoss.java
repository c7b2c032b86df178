package dev.diabolo.plugins.adversarial.alad;

import dev.diabolo.plugins.adversarial.discriminator.Discriminator;
import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
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

/** See {@link LearnedAnomalyLossProvider}. */
record LearnedAnomalyLoss(LearnedAnomalyLossOptions options) implements GameLoss {
    private static final String SCORE = "score";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                Game.discriminator("cross-entropy of the three discriminators"),
                Game.generator("cross-entropy of the three being deceived", Game.networks()),
                Game.accuracy(),
                Spread.term("what is generated", Game.networks()),
                TermSpec.adversarial(
                                SCORE,
                                "",
                                "how far an example and its reconstruction lie apart in the features of the discriminator of"
                                        + " pairs: how odd it is")
                        .weighing(0)
                        .loweredBy(Game.DISCRIMINATOR));
    }

    @Override
    public String made() {
        return "generated examples";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        GraphScope group = scope.group(Game.DISCRIMINATOR);
        DiscriminatorOptions settings = options.discriminator();
        Discriminator joint = new Discriminator(group.child("joint"), settings);
        Discriminator ofData = new Discriminator(group.child("data"), settings);
        Discriminator ofCodes = new Discriminator(group.child("codes"), settings.ofCodes());
        Tensor data = pass.data();
        Tensor code = pass.latent().sample();
        Tensor restored = pass.reconstruction().mean();
        Tensor drawn = Divergence.prior(pass).sample();
        Tensor generated = pass.generate(drawn).mean();
        Tensor back = pass.infer(generated).sample();

        SDVariable real = joint.logit(joint.features(joint.noisy("data", data), joint.noisy("code", code)));
        SDVariable fake = joint.logit(joint.features(joint.noisy("generated", generated), joint.noisy("drawn", drawn)));
        Tensor same = ofData.features(data, data);
        Tensor copy = ofData.features(data, restored);
        SDVariable kept = ofData.logit(same);
        SDVariable changed = ofData.logit(copy);
        SDVariable keptCode = ofCodes.logit(ofCodes.features(drawn.flat(), drawn.flat()));
        SDVariable changedCode = ofCodes.logit(ofCodes.features(drawn.flat(), back.flat()));
        return Map.of(
                Game.DISCRIMINATOR,
                Game.real(real, settings)
                        .add(Game.fake(fake))
                        .add(Game.real(kept, settings))
                        .add(Game.fake(changed))
                        .add(Game.real(keptCode, settings))
                        .add(Game.fake(changedCode)),
                Game.GENERATOR,
                Game.fake(real)
                        .add(Game.deceived(fake))
                        .add(Game.deceived(changed))
                        .add(Game.deceived(changedCode)),
                Game.ACCURACY,
                Game.accuracy(scope, real, fake),
                Spread.NAME,
                Spread.of(scope, generated, data),
                SCORE,
                scope.graph().math().abs(same.variable().sub(copy.variable())).sum(1));
    }
}
