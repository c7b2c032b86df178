package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class AdversarialLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new AdversarialLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("discriminator.hidden", List.of(4, 3)),
                Map.of("discriminator.hidden", List.of(), "discriminator.smoothing", 0.1),
                Map.of(
                        "discriminator.hidden",
                        List.of(4),
                        "discriminator.noise",
                        0.5,
                        "discriminator.noise-until",
                        0.5),
                Map.of(
                        "discriminator.hidden",
                        List.of(4),
                        "discriminator.spectral-normalisation",
                        true,
                        "discriminator.activation",
                        "tanh"));
    }
}
