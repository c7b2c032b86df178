package dev.diabolo.plugins.vanilla.corruption.grey;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;
import java.util.Map;

class GreyCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new GreyCorruptionProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of());
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(5), TensorSpec.of(1, 4, 4), TensorSpec.of(3, 2, 3), TensorSpec.of(3, 1, 1));
    }
}
