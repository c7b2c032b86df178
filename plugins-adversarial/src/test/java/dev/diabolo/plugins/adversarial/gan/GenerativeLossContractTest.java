package dev.diabolo.plugins.adversarial.gan;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class GenerativeLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new GenerativeLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("discriminator.hidden", List.of(4)),
                Map.of(
                        "discriminator.network",
                        "convolutional",
                        "discriminator.channels",
                        List.of(2),
                        "discriminator.kernel",
                        2,
                        "discriminator.hidden",
                        List.of(3)),
                Map.of(
                        "discriminator.network",
                        "convolutional",
                        "discriminator.channels",
                        List.of(2),
                        "discriminator.kernel",
                        2,
                        "discriminator.hidden",
                        List.of(3),
                        "discriminator.spectral-normalisation",
                        true));
    }

    @Override
    protected TensorSpec data() {
        return TensorSpec.of(1, 3, 4);
    }
}
