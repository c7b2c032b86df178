package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What one discriminator makes of draws of the prior and of what the encoder says.
 *
 * @param told the cross-entropy of telling them apart, in nats; shape {@code [batch]}
 * @param deceived that of the encoder's being taken for draws; shape {@code [batch]}
 */
record Judgement(SDVariable told, SDVariable deceived) {
    /** The name of the discriminators' group, and of its term. */
    static final String DISCRIMINATOR = "discriminator";

    /** The name of the encoder's term. */
    static final String GENERATOR = "generator";

    static Judgement of(GraphScope scope, Layering network, Tensor real, Tensor fake) {
        SDVariable ofReal = network.of(scope, real, 1).variable();
        SDVariable ofFake = network.of(scope, fake, 1).variable();
        return new Judgement(
                Logistic.softplus(ofReal.neg()).add(Logistic.softplus(ofFake)).sum(1),
                Logistic.softplus(ofFake.neg()).sum(1));
    }
}
