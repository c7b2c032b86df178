package dev.diabolo.plugins.vae.autoregressive;

import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.LearntSamplerContract;
import java.util.List;
import java.util.Map;

class AutoregressiveSamplerContractTest extends LearntSamplerContract {
    @Override
    protected SamplerProvider<?> provider() {
        return new AutoregressiveSamplerProvider();
    }

    @Override
    protected CodeSpace space() {
        return new CodeSpace.Choices(TensorSpec.of(2, 2, 3), 4);
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(
                "embedding", 3,
                "channels", 8,
                "blocks", 1,
                "reach", 2,
                "activation", "elu",
                "training.epochs", 40,
                "training.batch", 32,
                "training.optimiser.learning-rate", 0.01));
    }
}
