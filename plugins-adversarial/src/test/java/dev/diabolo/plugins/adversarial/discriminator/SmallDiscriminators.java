package dev.diabolo.plugins.adversarial.discriminator;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.List;

/** Discriminators for tests. */
public final class SmallDiscriminators {
    private SmallDiscriminators() {}

    public static DiscriminatorOptions dense() {
        return dense(false);
    }

    public static DiscriminatorOptions dense(boolean spectral) {
        return new DiscriminatorOptions(
                DiscriminatorOptions.Network.DENSE,
                List.of(4),
                List.of(2),
                2,
                2,
                Activation.TANH,
                WeightInitialisation.GLOROT_UNIFORM,
                spectral,
                0,
                0,
                1);
    }
}
