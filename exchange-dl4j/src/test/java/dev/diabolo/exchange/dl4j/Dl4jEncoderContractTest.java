package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.EncoderContract;
import java.util.List;
import java.util.Map;

class Dl4jEncoderContractTest extends EncoderContract {
    @Override
    protected EncoderProvider<?> provider() {
        return new Dl4jEncoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("layers", List.of("6-5-tanh", "5-3-linear"), "fine-tune", true),
                Map.of("layers", List.of("6-4-softplus"), "fine-tune", true),
                Map.of(
                        "layers",
                        List.of("conv-1-2-2x2-1x1-1x0-tanh", "conv-2-3-2x2-2x1-same-linear"),
                        "fine-tune",
                        true),
                Map.of("layers", List.of("lstm-2-3-all", "lstm-3-2-last", "2-4-tanh"), "fine-tune", true));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(6), TensorSpec.of(1, 2, 3), TensorSpec.of(2, 4), TensorSpec.of(7));
    }
}
