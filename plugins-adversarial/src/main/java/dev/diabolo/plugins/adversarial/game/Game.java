package dev.diabolo.plugins.adversarial.game;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.TermSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The terms of the game between a discriminator and whatever it looks at, by logits of shape {@code [batch]}.
 *
 * <p><b>Source:</b> Goodfellow et al. 2014, with the generator's objective of section 3, {@code -log D}.
 */
public final class Game {
    /** The discriminator's term, and its parameter group. */
    public static final String DISCRIMINATOR = "discriminator";

    /** The term of those whom the discriminator tells from what is real. */
    public static final String GENERATOR = "generator";

    /** Only watched. */
    public static final String ACCURACY = "accuracy";

    private Game() {}

    /** The discriminator's term. */
    public static TermSpec discriminator(String summary) {
        return TermSpec.adversarial(DISCRIMINATOR, "nats", summary).loweredBy(DISCRIMINATOR);
    }

    /** The share that the discriminator tells rightly, which is watched and never lowered. */
    public static TermSpec accuracy() {
        return TermSpec.adversarial(ACCURACY, "", "share of what the discriminator sees that it tells rightly")
                .weighing(0)
                .loweredBy(DISCRIMINATOR);
    }

    /** The term of the model's groups. */
    public static TermSpec generator(String summary, String... groups) {
        return TermSpec.adversarial(GENERATOR, "nats", summary).loweredBy(groups);
    }

    /** Both of the model's networks. */
    public static String[] networks() {
        return new String[] {Groups.ENCODER, Groups.DECODER};
    }

    /** Cross-entropy of taking what is real for real, by the probability that smoothing leaves. */
    public static SDVariable real(SDVariable logit, DiscriminatorOptions options) {
        SDVariable right = Logistic.softplus(logit.neg());
        double smoothing = options.smoothing();
        return smoothing == 0
                ? right
                : right.mul(1 - smoothing).add(Logistic.softplus(logit).mul(smoothing));
    }

    /** Cross-entropy of taking what is not real for what it is. */
    public static SDVariable fake(SDVariable logit) {
        return Logistic.softplus(logit);
    }

    /** Cross-entropy of being taken for real. */
    public static SDVariable deceived(SDVariable logit) {
        return Logistic.softplus(logit.neg());
    }

    /** For each pair, the share of the two that is told rightly: 0, 1/2 or 1. */
    public static SDVariable accuracy(GraphScope scope, SDVariable real, SDVariable fake) {
        SDVariable hits = scope.stopGradient(real).gt(0).castTo(scope.dataType());
        SDVariable rejections = scope.stopGradient(fake).lte(0).castTo(scope.dataType());
        return hits.add(rejections).mul(0.5);
    }
}
