package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.EncoderContract;
import java.util.List;
import java.util.Map;

class LineEncoderContractTest extends EncoderContract {
    @Override
    protected EncoderProvider<?> provider() {
        return new LineEncoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("channels", List.of(2, 3)),
                Map.of("channels", List.of(2), "kernel", List.of(4), "activation", "tanh", "dropout", 0.3),
                Map.of(
                        "channels",
                        List.of(2, 2),
                        "kernel",
                        List.of(2, 1),
                        "stride",
                        List.of(1, 3),
                        "normalisation",
                        "batch"),
                Map.of("channels", List.of(2), "stride", List.of(3), "normalisation", "layer", "activation", "elu"));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(
                TensorSpec.of(2, 8),
                TensorSpec.of(1, 3, 7),
                TensorSpec.of(10),
                TensorSpec.of(1, 6),
                TensorSpec.of(2, 2),
                TensorSpec.of(3, 4, 4));
    }
}
