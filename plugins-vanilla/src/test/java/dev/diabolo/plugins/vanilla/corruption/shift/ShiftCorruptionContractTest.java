package dev.diabolo.plugins.vanilla.corruption.shift;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;
import java.util.Map;

class ShiftCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new ShiftCorruptionProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("distance", 1), Map.of("distance", 2, "padding", "edge", "target", "original"));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(4), TensorSpec.of(1, 2, 2), TensorSpec.of(1, 4, 5), TensorSpec.of(2, 3, 3));
    }
}
