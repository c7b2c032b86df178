package dev.diabolo.plugins.adversarial.game;

import dev.diabolo.plugins.adversarial.discriminator.Discriminator;
import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What one discriminator says of what is real and of what is not.
 *
 * @param real its logits of what is real; shape {@code [batch]}
 * @param fake those of what is not
 */
public record Contest(SDVariable real, SDVariable fake, DiscriminatorOptions options) {
    /**
     * Lets a discriminator look at both.
     *
     * @param scope of the discriminator's group; one for each discriminator
     * @param noiseOfReal the name of the noise on what is real
     */
    public static Contest of(
            GraphScope scope,
            DiscriminatorOptions options,
            String noiseOfReal,
            Tensor real,
            String noiseOfFake,
            Tensor fake) {
        Discriminator judge = new Discriminator(scope, options);
        return new Contest(
                judge.logit(judge.features(judge.noisy(noiseOfReal, real))),
                judge.logit(judge.features(judge.noisy(noiseOfFake, fake))),
                options);
    }

    /** The discriminator's cross-entropy of telling one from the other, in nats; shape {@code [batch]}. */
    public SDVariable discriminator() {
        return Game.real(real, options).add(Game.fake(fake));
    }

    /** The cross-entropy of what is not real being taken for real, in nats; shape {@code [batch]}. */
    public SDVariable generator() {
        return Game.deceived(fake);
    }

    /** All three, by the names of their terms; each has the shape {@code [batch]}. */
    public Map<String, SDVariable> terms(GraphScope scope) {
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        terms.put(Game.DISCRIMINATOR, discriminator());
        terms.put(Game.GENERATOR, generator());
        terms.put(Game.ACCURACY, accuracy(scope));
        return terms;
    }

    /** The share of each pair that is told rightly; see {@link Game#accuracy(GraphScope, SDVariable, SDVariable)}. */
    public SDVariable accuracy(GraphScope scope) {
        return Game.accuracy(scope, real, fake);
    }
}
