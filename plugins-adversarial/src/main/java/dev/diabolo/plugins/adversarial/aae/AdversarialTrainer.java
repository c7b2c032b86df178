package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** See {@link AdversarialTrainerProvider}. */
record AdversarialTrainer(AdversarialTrainerOptions options) implements Trainer {
    @Override
    public TrainingPlan plan(TrainingContext context) {
        OptimiserSpec optimiser = options.optimiser().spec();
        OptimiserSpec adversarial = options.adversarialOptimiser().spec();
        return new TrainingPlan(List.of(
                phase(context, AdversarialLoss.RECONSTRUCTION, Set.of(Groups.ENCODER, Groups.DECODER), optimiser),
                phase(context, AdversarialLoss.DISCRIMINATOR, Set.of(AdversarialLoss.DISCRIMINATOR), adversarial),
                phase(context, AdversarialLoss.GENERATOR, Set.of(Groups.ENCODER), adversarial)));
    }

    private static Phase phase(TrainingContext context, String name, Set<String> groups, OptimiserSpec optimiser) {
        Schedule weight = context.terms().stream()
                .filter(term -> term.name().equals(name))
                .map(TermSpec::weight)
                .findFirst()
                .orElseThrow(() -> missing(name, context));
        return new Phase(name, Map.of(name, weight), groups, optimiser);
    }

    private static DiaboloException missing(String term, TrainingContext context) {
        List<String> terms = context.terms().stream().map(TermSpec::name).toList();
        return DiaboloException.user(
                "training.unknown-term",
                Problem.of("adversarial training needs a loss with the term '" + term + "', and this one has " + terms)
                        .at("trainer")
                        .remedy("set loss.type=adversarial.aae, or choose another trainer"));
    }
}
