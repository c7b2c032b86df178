package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class ClassAndStylePriorContractTest extends PriorContract {
    private static final int CLASSES = 3;

    @Override
    protected PriorProvider<?> provider() {
        return new ClassAndStylePriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("classes", CLASSES));
    }

    /** Straight through, as only one-hot samples have the probabilities of their logits. */
    @Override
    protected Posterior posterior(TensorSpec code) {
        return new ClassAndStylePosteriorProvider()
                .create(new ClassAndStylePosteriorOptions(
                        CLASSES,
                        Math.max(1, code.size() - CLASSES),
                        List.of(),
                        Activation.TANH,
                        0.5,
                        true,
                        WeightInitialisation.GLOROT_UNIFORM,
                        15));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(3), TensorSpec.of(4), TensorSpec.of(6), TensorSpec.of(2, 4));
    }

    @Override
    protected boolean isDensityOfVolume() {
        return false;
    }
}
