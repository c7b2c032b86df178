package dev.diabolo.testkit.example;

import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.testkit.EncoderContract;
import java.util.List;
import java.util.Map;

class LinearEncoderContractTest extends EncoderContract {
    @Override
    protected EncoderProvider<?> provider() {
        return new LinearEncoderProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("units", 3), Map.of("units", 1));
    }
}
