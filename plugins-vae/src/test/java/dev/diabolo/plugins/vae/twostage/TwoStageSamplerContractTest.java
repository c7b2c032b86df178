package dev.diabolo.plugins.vae.twostage;

import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.testkit.LearntSamplerContract;
import java.util.List;
import java.util.Map;

class TwoStageSamplerContractTest extends LearntSamplerContract {
    @Override
    protected SamplerProvider<?> provider() {
        return new TwoStageSamplerProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(
                "hidden",
                "16",
                "activation",
                "elu",
                "samples",
                10,
                "training.epochs",
                60,
                "training.batch",
                32,
                "training.optimiser.learning-rate",
                0.005));
    }
}
