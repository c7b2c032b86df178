package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.DecoderContract;
import java.util.List;
import java.util.Map;

class AttentionDecoderContractTest extends DecoderContract {
    @Override
    protected DecoderProvider<?> provider() {
        return new AttentionDecoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("patch", 1, "blocks", 1, "width", 4, "heads", 2, "hidden", 5),
                Map.of("patch", 2, "steps", 2, "blocks", 2, "width", 4, "heads", 2, "hidden", 5));
    }

    @Override
    protected List<TensorSpec> outputs() {
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
