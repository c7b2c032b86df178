package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.DecoderContract;
import java.util.List;
import java.util.Map;

class ClusterHeadDecoderContractTest extends DecoderContract {
    @Override
    protected DecoderProvider<?> provider() {
        return new ClusterHeadDecoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("classes", 3, "hidden", List.of(4), "activation", "tanh"),
                Map.of("classes", 2, "hidden", List.of()));
    }

    @Override
    protected List<TensorSpec> codes() {
        return List.of(TensorSpec.of(5), TensorSpec.of(2));
    }
}
