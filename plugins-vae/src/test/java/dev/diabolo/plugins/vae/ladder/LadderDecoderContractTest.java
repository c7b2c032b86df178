package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.DecoderContract;
import java.util.List;
import java.util.Map;

class LadderDecoderContractTest extends DecoderContract {
    @Override
    protected DecoderProvider<?> provider() {
        return new LadderDecoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("size", 2, "hidden", List.of(3, 5)),
                Map.of("size", 4, "hidden", List.of(4), "activation", "elu"),
                Map.of("size", 1, "hidden", List.of()));
    }

    @Override
    protected List<TensorSpec> codes() {
        return List.of(TensorSpec.of(4), TensorSpec.of(2, 2));
    }
}
