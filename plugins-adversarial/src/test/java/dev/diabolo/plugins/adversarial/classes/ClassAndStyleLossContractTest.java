package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
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
                Map.of("hidden", List.of(4, 3), "activation", "tanh"),
                Map.of("hidden", List.of(), "classification", 5),
                Map.of("hidden", List.of(4), "activation", "tanh", "classification", 0));
    }

    @Override
    protected Posterior posterior() {
        return new ClassAndStylePosteriorProvider()
                .create(new ClassAndStylePosteriorOptions(CLASSES, 2, WeightInitialisation.GLOROT_UNIFORM));
    }

    @Override
    protected int classes() {
        return CLASSES;
    }
}
