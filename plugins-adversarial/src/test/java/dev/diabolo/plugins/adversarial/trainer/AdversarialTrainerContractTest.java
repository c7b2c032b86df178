package dev.diabolo.plugins.adversarial.trainer;

import dev.diabolo.plugins.adversarial.aae.AdversarialLossOptions;
import dev.diabolo.plugins.adversarial.aae.AdversarialLossProvider;
import dev.diabolo.plugins.adversarial.discriminator.SmallDiscriminators;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.TrainerProvider;
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
        return List.of(
                Map.of(),
                Map.of("optimiser.name", "sgd", "discriminator-optimiser.learning-rate", 0.01, "clip-weights", 0.01),
                Map.of("discriminator-steps", 2, "skip-above", 0.8, "averaging", 0.9),
                Map.of("combine", true, "generator-steps", 2));
    }

    @Override
    protected Loss loss() {
        return new AdversarialLossProvider().create(new AdversarialLossOptions(SmallDiscriminators.dense()));
    }
}
