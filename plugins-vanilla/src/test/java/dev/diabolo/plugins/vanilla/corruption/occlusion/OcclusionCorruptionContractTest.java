package dev.diabolo.plugins.vanilla.corruption.occlusion;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;
import java.util.Map;

class OcclusionCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new OcclusionCorruptionProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("height", 0.4, "width", 0.7), Map.of("fill", "mean"));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(5), TensorSpec.of(2, 5), TensorSpec.of(1, 4, 5), TensorSpec.of(3, 3, 4));
    }
}
