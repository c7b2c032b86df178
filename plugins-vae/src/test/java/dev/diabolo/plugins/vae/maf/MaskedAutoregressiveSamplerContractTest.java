package dev.diabolo.plugins.vae.maf;

import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.testkit.LearntSamplerContract;
import java.util.List;
import java.util.Map;

class MaskedAutoregressiveSamplerContractTest extends LearntSamplerContract {
    @Override
    protected SamplerProvider<?> provider() {
        return new MaskedAutoregressiveSamplerProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(
                "flow.flows",
                3,
                "flow.hidden",
                "16",
                "flow.activation",
                "elu",
                "training.epochs",
                60,
                "training.batch",
                32,
                "training.optimiser.learning-rate",
                0.005));
    }
}
