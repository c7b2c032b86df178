package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.DecoderContract;
import java.util.List;
import java.util.Map;

class LineDecoderContractTest extends DecoderContract {
    @Override
    protected DecoderProvider<?> provider() {
        return new LineDecoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("channels", List.of(3, 2), "kernel", List.of(2)),
                Map.of("channels", List.of(2), "activation", "tanh", "dropout", 0.3),
                Map.of("channels", List.of(2), "kernel", List.of(4), "stride", List.of(3), "normalisation", "layer"),
                Map.of(
                        "channels",
                        List.of(2, 2),
                        "kernel",
                        List.of(3, 2),
                        "stride",
                        List.of(2, 1),
                        "normalisation",
                        "batch"),
                Map.of("channels", List.of(2, 2), "upsampling", "resize", "activation", "elu"),
                Map.of("channels", List.of(2), "kernel", List.of(2), "stride", List.of(3), "upsampling", "resize"));
    }

    @Override
    protected List<TensorSpec> outputs() {
        return List.of(
                TensorSpec.of(2, 8),
                TensorSpec.of(1, 3, 7),
                TensorSpec.of(10),
                TensorSpec.of(1, 6),
                TensorSpec.of(2, 2),
                TensorSpec.of(3, 4, 4));
    }

    @Override
    protected List<TensorSpec> codes() {
        return List.of(TensorSpec.of(3), TensorSpec.of(2, 4));
    }
}
