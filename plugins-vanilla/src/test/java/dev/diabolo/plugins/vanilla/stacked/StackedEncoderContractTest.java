package dev.diabolo.plugins.vanilla.stacked;

import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.testkit.EncoderContract;
import java.util.List;
import java.util.Map;

class StackedEncoderContractTest extends EncoderContract {
    @Override
    protected EncoderProvider<?> provider() {
        return new StackedEncoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("hidden", "4,3", "activation", "tanh"), Map.of("hidden", "3", "activation", "sigmoid"));
    }
}
