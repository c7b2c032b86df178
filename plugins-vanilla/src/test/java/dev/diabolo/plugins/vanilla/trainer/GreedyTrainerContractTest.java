package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.TrainerProvider;
import dev.diabolo.testkit.TrainerContract;
import java.util.List;
import java.util.Map;

class GreedyTrainerContractTest extends TrainerContract {
    @Override
    protected TrainerProvider<?> provider() {
        return new GreedyTrainerProvider();
    }

    @Override
    protected boolean inLayers() {
        return true;
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("pretraining", 0.9, "optimiser.name", "sgd"));
    }
}
