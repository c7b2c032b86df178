package dev.diabolo.plugins.vanilla.stacked;

import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.testkit.DecoderContract;
import java.util.List;
import java.util.Map;

class StackedDecoderContractTest extends DecoderContract {
    @Override
    protected DecoderProvider<?> provider() {
        return new StackedDecoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("hidden", "4,3", "activation", "tanh"), Map.of("hidden", "3", "activation", "sigmoid"));
    }
}
