package dev.diabolo.plugins.vanilla.corruption.downscaling;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;
import java.util.Map;

class DownscalingCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new DownscalingCorruptionProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("interpolation", "nearest"), Map.of("interpolation", "bilinear"));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(4), TensorSpec.of(1, 3, 4), TensorSpec.of(1, 4, 6), TensorSpec.of(2, 2, 4));
    }
}
