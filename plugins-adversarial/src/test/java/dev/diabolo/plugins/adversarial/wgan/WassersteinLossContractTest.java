package dev.diabolo.plugins.adversarial.wgan;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class WassersteinLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new WassersteinLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("discriminator.hidden", List.of(4)),
                Map.of(
                        "discriminator.hidden",
                        List.of(4),
                        "discriminator.activation",
                        "tanh",
                        "penalty",
                        10,
                        "directions",
                        3,
                        // Shorter differences leave float32 fewer digits than L13 asks for: see
                        // SlopePenaltyPrecisionTest.
                        "step",
                        0.1),
                Map.of(
                        "discriminator.hidden",
                        List.of(4),
                        "discriminator.activation",
                        "tanh",
                        "penalty",
                        0.1,
                        "directions",
                        5,
                        "step",
                        0.1));
    }
}
