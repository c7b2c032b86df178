package dev.diabolo.plugins.adversarial.trainer;

import dev.diabolo.plugins.adversarial.game.Game;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Averaging;
import dev.diabolo.spi.training.Gate;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** See {@link AdversarialTrainerProvider}. */
record AdversarialTrainer(AdversarialTrainerOptions options) implements Trainer {
    private static final Set<String> MODEL = Set.of(Groups.ENCODER, Groups.DECODER, Groups.PRIOR);

    @Override
    public TrainingPlan plan(TrainingContext context) {
        List<TermSpec> discriminating =
                context.terms().stream().filter(term -> discriminates(term)).toList();
        if (discriminating.stream().noneMatch(term -> weighs(term))) {
            throw noGame(context);
        }
        List<TermSpec> others =
                context.terms().stream().filter(term -> !discriminates(term)).toList();
        List<Phase> phases = new ArrayList<>();
        if (!options.combine()) {
            List<TermSpec> plain =
                    others.stream().filter(term -> !term.adversarial()).toList();
            if (plain.stream().anyMatch(AdversarialTrainer::weighs)) {
                phases.add(new Phase(
                        "reconstruction",
                        objective(plain),
                        groups(plain, context),
                        options.optimiser().spec()));
            }
            others = others.stream().filter(TermSpec::adversarial).toList();
        }
        phases.add(discriminator(discriminating, context));
        phases.addAll(options.combine() ? combined(others, context) : generator(others, context));
        requireTrained(phases, context);
        TrainingPlan plan = new TrainingPlan(phases);
        return options.averaging() == 0 ? plan : plan.with(new Averaging(options.averaging(), model(context)));
    }

    private static void requireTrained(List<Phase> phases, TrainingContext context) {
        boolean trained = phases.stream().anyMatch(phase -> phase.updates().contains(Groups.PRIOR));
        if (context.groups().contains(Groups.PRIOR) && !trained) {
            throw DiaboloException.user(
                    "training.idle-prior",
                    Problem.of("the prior learns, and this loss has no term that is for it")
                            .at("prior")
                            .allowed("priors that learn nothing, such as vae.standard-normal or adversarial.circle")
                            .remedy("choose one of them, or a loss with a divergence, such as adversarial.factor-vae"));
        }
    }

    private static Set<String> model(TrainingContext context) {
        return context.groups().stream().filter(MODEL::contains).collect(Collectors.toSet());
    }

    private static boolean weighs(TermSpec term) {
        return !term.weight().equals(Schedule.constant(0));
    }

    /** Whether a term is lowered by none of the model's own groups. */
    private static boolean discriminates(TermSpec term) {
        return !term.groups().isEmpty() && term.groups().stream().noneMatch(MODEL::contains);
    }

    private Phase discriminator(List<TermSpec> terms, TrainingContext context) {
        OptimiserSpec optimiser = options.discriminatorOptimiser().spec();
        return new Phase(
                "discriminator",
                objective(terms),
                groups(terms, context),
                options.clipWeights() == 0 ? optimiser : optimiser.within(options.clipWeights()),
                options.discriminatorSteps(),
                gate(context));
    }

    private Gate gate(TrainingContext context) {
        if (options.skipAbove() == 1) {
            return Gate.ALWAYS;
        }
        if (context.terms().stream().noneMatch(term -> term.name().equals(Game.ACCURACY))) {
            throw DiaboloException.user(
                    "training.no-accuracy",
                    Problem.of("this loss does not tell how much the discriminator tells rightly")
                            .at("trainer.skip-above")
                            .allowed("1, which skips nothing")
                            .remedy("leave it out, or choose a loss with the term '" + Game.ACCURACY + "'"));
        }
        return latest -> latest.getOrDefault(Game.ACCURACY, 0.0) <= options.skipAbove();
    }

    /** One phase of all that play against the discriminator. */
    private List<Phase> generator(List<TermSpec> terms, TrainingContext context) {
        return terms.stream().anyMatch(AdversarialTrainer::weighs)
                ? List.of(phase(
                        "generator",
                        terms,
                        groups(terms, context),
                        options.generatorOptimiser().spec(),
                        context))
                : List.of();
    }

    /** A phase for all groups that have the same terms. */
    private List<Phase> combined(List<TermSpec> terms, TrainingContext context) {
        Map<List<TermSpec>, Set<String>> shared = new LinkedHashMap<>();
        for (String group : new TreeSet<>(groups(terms, context)).descendingSet()) {
            List<TermSpec> own = terms.stream()
                    .filter(term -> groups(List.of(term), context).contains(group))
                    .toList();
            if (own.stream().anyMatch(AdversarialTrainer::weighs)) {
                shared.computeIfAbsent(own, none -> new TreeSet<>()).add(group);
            }
        }
        List<Phase> phases = new ArrayList<>();
        shared.forEach((own, groups) -> phases.add(
                phase(String.join("-", groups), own, groups, options.optimiser().spec(), context)));
        return phases;
    }

    private Phase phase(
            String name, List<TermSpec> terms, Set<String> groups, OptimiserSpec optimiser, TrainingContext context) {
        Map<String, Schedule> objective = objective(terms);
        if (options.skipAbove() < 1) {
            // A discriminator that is skipped tells nothing; what keeps it from its turn must be measured elsewhere.
            objective.put(Game.ACCURACY, Schedule.constant(0));
        }
        return new Phase(name, objective, groups, optimiser, options.generatorSteps(), Gate.ALWAYS);
    }

    private static Map<String, Schedule> objective(List<TermSpec> terms) {
        Map<String, Schedule> objective = new LinkedHashMap<>();
        terms.forEach(term -> objective.put(term.name(), term.weight()));
        return objective;
    }

    /** Those that the terms name; the model's, where a term names none. */
    private static Set<String> groups(List<TermSpec> terms, TrainingContext context) {
        Set<String> groups = new TreeSet<>();
        terms.forEach(term -> groups.addAll(term.groups().isEmpty() ? MODEL : term.groups()));
        groups.retainAll(context.groups());
        return groups;
    }

    private static DiaboloException noGame(TrainingContext context) {
        List<String> terms = context.terms().stream().map(TermSpec::name).toList();
        return DiaboloException.user(
                "training.no-game",
                Problem.of(
                                "adversarial training needs a loss of which a term is lowered by a group of its own, such as a"
                                        + " discriminator, and this one has the terms " + terms
                                        + " for the model alone")
                        .at("trainer")
                        .remedy("set loss.type=adversarial.aae, or choose another trainer, such as vanilla.joint"));
    }
}
