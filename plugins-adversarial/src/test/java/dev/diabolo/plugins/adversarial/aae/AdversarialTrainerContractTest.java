package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.Loss;
import dev.diabolo.spi.TrainerProvider;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.TrainerContract;
import java.util.List;
import java.util.Map;

class AdversarialTrainerContractTest extends TrainerContract {
    @Override
    protected TrainerProvider<?> provider() {
        return new AdversarialTrainerProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("optimiser.name", "sgd", "adversarial-optimiser.learning-rate", 0.01));
    }

    @Override
    protected Loss loss() {
        return new AdversarialLossProvider()
                .create(new AdversarialLossOptions(List.of(4), Activation.RELU, WeightInitialisation.GLOROT_UNIFORM));
    }
}
