package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

/** Images that are deformed. */
class ConsistentClassesContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new ClassAndStyleLossProvider();
    }

    @Override
    protected TensorSpec data() {
        return TensorSpec.of(1, 3, 4);
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(
                "discriminator.hidden",
                List.of(4),
                "discriminator.activation",
                "tanh",
                "classification",
                0,
                "consistency",
                2));
    }

    /** What is told of the image itself is taken for true. */
    @Override
    protected boolean gradientsAreEstimated() {
        return true;
    }

    @Override
    protected Posterior posterior() {
        return new ClassAndStylePosteriorProvider()
                .create(new ClassAndStylePosteriorOptions(
                        3, 2, WeightInitialisation.GLOROT_UNIFORM, Normalisation.NONE));
    }
}
