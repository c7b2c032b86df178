package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.EncoderContract;
import java.util.List;
import java.util.Map;

class RecurrentEncoderContractTest extends EncoderContract {
    @Override
    protected EncoderProvider<?> provider() {
        return new RecurrentEncoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("units", 3),
                Map.of("units", 2, "layers", 2, "initialisation", "he-normal"),
                Map.of("cell", "gru", "units", 3),
                Map.of("cell", "gru", "units", 2, "layers", 2),
                Map.of("units", 2, "bidirectional", true),
                Map.of("units", 2, "pooling", "attention"),
                Map.of("cell", "gru", "units", 2, "layers", 2, "bidirectional", true, "pooling", "attention"));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(
                TensorSpec.of(5),
                TensorSpec.of(3, 4),
                TensorSpec.of(1, 3, 2),
                TensorSpec.of(2, 3, 2),
                TensorSpec.of(4, 1),
                TensorSpec.of(1),
                TensorSpec.of(2, 2, 2, 2));
    }
}
