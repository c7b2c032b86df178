package dev.diabolo.plugins.adversarial.ganomaly;

import dev.diabolo.plugins.adversarial.discriminator.Discriminator;
import dev.diabolo.plugins.adversarial.game.Collapse;
import dev.diabolo.plugins.adversarial.game.Game;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.Watch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link AnomalyLossProvider}. */
record AnomalyLoss(AnomalyLossOptions options) implements Loss {
    private static final String CONTEXT = "context";
    private static final String FEATURES = "features";
    private static final String CODE = "code";
    private static final String SCORE = "score";
    private static final String SECOND_ENCODER = "second-encoder";
    private static final String[] MODEL = {Groups.ENCODER, Groups.DECODER, SECOND_ENCODER};

    @Override
    public List<TermSpec> terms() {
        return List.of(
                new TermSpec(CONTEXT, "", "mean absolute error of reconstructions")
                        .weighing(options.context())
                        .loweredBy(MODEL),
                TermSpec.adversarial(FEATURES, "", "mean squared difference of the discriminator's last hidden layer")
                        .weighing(options.features())
                        .loweredBy(MODEL),
                new TermSpec(CODE, "", "mean squared difference of the codes of data and of reconstructions")
                        .weighing(options.code())
                        .loweredBy(MODEL),
                Game.discriminator("cross-entropy of telling data from reconstructions"),
                Game.accuracy(),
                new TermSpec(SCORE, "", "sum of absolute differences of the two codes: how odd an example is")
                        .weighing(0)
                        .loweredBy(MODEL));
    }

    @Override
    public Set<String> groups() {
        return Set.of(Game.DISCRIMINATOR, SECOND_ENCODER);
    }

    @Override
    public List<Watch> watches() {
        return Collapse.watches("codes");
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Discriminator judge = new Discriminator(scope.group(Game.DISCRIMINATOR), options.discriminator());
        Tensor restored = pass.reconstruction().mean();
        Tensor code = pass.latent().sample().flat();
        Tensor seen = judge.features(judge.noisy("data", pass.data()));
        Tensor remembered = judge.features(judge.noisy("reconstruction", restored));
        SDVariable real = judge.logit(seen);
        SDVariable fake = judge.logit(remembered);
        SDVariable between = code.variable().sub(secondCode(scope.group(SECOND_ENCODER), restored, code));
        SDVariable error = restored.flat().variable().sub(pass.data().flat().variable());
        SDVariable difference = remembered.variable().sub(seen.variable());
        var math = scope.graph().math();
        return Map.of(
                CONTEXT,
                math.abs(error).mean(1),
                FEATURES,
                difference.mul(difference).mean(1),
                CODE,
                between.mul(between).mean(1),
                Game.DISCRIMINATOR,
                Game.real(real, options.discriminator()).add(Game.fake(fake)),
                Game.ACCURACY,
                Game.accuracy(scope, real, fake),
                SCORE,
                math.abs(between).sum(1));
    }

    private SDVariable secondCode(GraphScope scope, Tensor restored, Tensor code) {
        Tensor features = new Discriminator(scope, options.discriminator()).features(restored);
        return Layers.dense(
                        scope,
                        "code",
                        features,
                        code.spec().size(),
                        options.discriminator().initialisation())
                .variable();
    }
}
