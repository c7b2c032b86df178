package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.testkit.EncoderContract;
import java.util.List;
import java.util.Map;

class DenseEncoderContractTest extends EncoderContract {
    @Override
    protected EncoderProvider<?> provider() {
        return new DenseEncoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("hidden", List.of(5, 3)),
                Map.of("hidden", List.of(4), "activation", "tanh", "dropout", 0.3),
                Map.of("hidden", List.of(4), "activation", "softplus", "initialisation", "he-normal"),
                Map.of("hidden", List.of(4, 4, 3), "residual", true),
                Map.of("hidden", List.of(3, 3), "normalisation", "batch", "activation", "tanh", "residual", true),
                Map.of("hidden", List.of(4), "normalisation", "layer", "activation", "elu"),
                Map.of("hidden", List.of()));
    }
}
