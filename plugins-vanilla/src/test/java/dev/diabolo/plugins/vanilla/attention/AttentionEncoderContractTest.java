package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.EncoderContract;
import java.util.List;
import java.util.Map;

class AttentionEncoderContractTest extends EncoderContract {
    @Override
    protected EncoderProvider<?> provider() {
        return new AttentionEncoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("patch", 1, "blocks", 1, "width", 4, "heads", 2, "hidden", 5),
                Map.of("patch", 2, "steps", 2, "blocks", 2, "width", 4, "heads", 2, "hidden", 5),
                Map.of("patch", 2, "width", 8, "heads", 1, "hidden", 4, "pooling", "mean"));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(
                TensorSpec.of(6),
                TensorSpec.of(3, 4),
                TensorSpec.of(1, 2, 2),
                TensorSpec.of(2, 4, 2),
                TensorSpec.of(3, 5),
                TensorSpec.of(1, 6, 3),
                TensorSpec.of(2, 2, 2, 2));
    }
}
