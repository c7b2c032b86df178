package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class StructuralSimilarityContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new StructuralSimilarityProvider();
    }

    @Override
    protected TensorSpec data() {
        return TensorSpec.of(2, 5, 4);
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("window", 3, "deviation", 0.8));
    }
}
