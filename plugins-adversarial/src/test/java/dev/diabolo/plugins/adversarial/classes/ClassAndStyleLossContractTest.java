package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class ClassAndStyleLossContractTest extends LossContract {
    private static final int CLASSES = 3;

    @Override
    protected LossProvider<?> provider() {
        return new ClassAndStyleLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("discriminator.hidden", List.of(4, 3), "discriminator.activation", "tanh"),
                Map.of("discriminator.hidden", List.of(), "classification", 5),
                Map.of(
                        "discriminator.hidden",
                        List.of(4),
                        "discriminator.activation",
                        "tanh",
                        "discriminator.noise",
                        0.1,
                        "classification",
                        0));
    }

    @Override
    protected Posterior posterior() {
        return new ClassAndStylePosteriorProvider()
                .create(new ClassAndStylePosteriorOptions(
                        CLASSES, 2, WeightInitialisation.GLOROT_UNIFORM, Normalisation.NONE));
    }

    @Override
    protected int classes() {
        return CLASSES;
    }
}
