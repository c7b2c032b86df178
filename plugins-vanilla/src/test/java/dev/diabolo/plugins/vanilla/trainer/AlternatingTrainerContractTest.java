package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.TrainerProvider;
import dev.diabolo.testkit.TrainerContract;
import java.util.List;
import java.util.Map;

class AlternatingTrainerContractTest extends TrainerContract {
    @Override
    protected TrainerProvider<?> provider() {
        return new AlternatingTrainerProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of(),
                Map.of(
                        "optimiser.name",
                        "sgd",
                        "optimiser.learning-rate",
                        0.1,
                        "optimiser.momentum",
                        0.9,
                        "optimiser.nesterov",
                        true));
    }
}
