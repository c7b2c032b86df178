package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.DecoderContract;
import java.util.List;
import java.util.Map;

class DenseDecoderContractTest extends DecoderContract {
    @Override
    protected DecoderProvider<?> provider() {
        return new DenseDecoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("hidden", List.of(3, 5)),
                Map.of("hidden", List.of(4), "activation", "elu", "dropout", 0.3),
                Map.of("hidden", List.of(4, 4), "residual", true, "normalisation", "layer"),
                Map.of("hidden", List.of(4), "normalisation", "batch"),
                Map.of("hidden", List.of(4, 5), "tied", true, "activation", "tanh"),
                Map.of("hidden", List.of(3), "tied", true, "normalisation", "batch", "residual", true),
                Map.of("hidden", List.of(), "tied", true),
                Map.of("hidden", List.of()));
    }

    @Override
    protected List<TensorSpec> codes() {
        return List.of(TensorSpec.of(3), TensorSpec.of(2, 2));
    }
}
