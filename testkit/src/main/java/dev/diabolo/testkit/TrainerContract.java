package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.engine.ParameterValues;
import dev.diabolo.engine.PhaseProbe;
import dev.diabolo.engine.TrainingRun;
import dev.diabolo.engine.TrainingSettings;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.TrainerProvider;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rules that trainers keep, besides those of every component. The trainer plans for, and really trains, a small model
 * of linear layers, whose loss can be chosen.
 */
public abstract class TrainerContract extends ComponentContract<Trainer> {
    /** A warm-up may begin at zero: after so many steps every group must have moved. */
    private static final int STEPS = 5;

    protected TrainerContract() {
        super(ComponentKind.TRAINER);
    }

    @Override
    protected abstract TrainerProvider<?> provider();

    /** The loss of the model that is trained, on data of shape {@code [5]}; two terms and no groups by default. */
    protected Loss loss() {
        return new SmallModel.Errors();
    }

    /** Whether the trainer plans for networks in layers; the model that is trained then has two of them. */
    protected boolean inLayers() {
        return false;
    }

    /** The plan depends on nothing but options and context: what is planned twice is the same. */
    @Test
    void required_T01_planningAgainGivesTheSamePlan() {
        for (Map<String, ?> sample : samples()) {
            Trainer trainer = component(sample);
            assertThat(described(trainer.plan(context())))
                    .as("%s: second plan", sample)
                    .isEqualTo(described(trainer.plan(context())));
        }
    }

    /** Everything but the gates, which cannot be compared. */
    private static List<List<Object>> described(TrainingPlan plan) {
        return plan.phases().stream()
                .map(phase -> List.<Object>of(
                        phase.name(),
                        phase.objective(),
                        phase.updates(),
                        phase.optimiser(),
                        phase.steps(),
                        phase.layer()))
                .toList();
    }

    /** Phases are named in lower-case letters, digits and hyphens: reports and messages name them. */
    @Test
    void required_T02_phasesHaveNames() {
        assertThat(phases()).allSatisfy(phase -> assertThat(phase.name()).matches("[a-z][a-z0-9-]*"));
    }

    /**
     * Objectives name terms that the loss has, and updates name groups that the model has, for this loss and for others;
     * a loss that the trainer cannot use is refused as the user's mistake.
     */
    @Test
    void required_T03_plansNameWhatTheModelHas() {
        for (Map<String, ?> sample : samples()) {
            for (TrainingContext context : contexts()) {
                for (Phase phase : planOrRefusal(component(sample), context)) {
                    assertThat(context.terms().stream().map(TermSpec::name))
                            .as("%s: terms of phase %s", sample, phase.name())
                            .containsAll(phase.objective().keySet());
                    assertThat(context.groups())
                            .as("%s: groups of phase %s", sample, phase.name())
                            .containsAll(phase.updates());
                }
            }
        }
    }

    private static List<Phase> planOrRefusal(Trainer trainer, TrainingContext context) {
        try {
            return trainer.plan(context).phases();
        } catch (DiaboloException refused) {
            assertThat(refused.kind()).as("kind of the refusal").isEqualTo(ErrorKind.USER);
            return List.of();
        } catch (RuntimeException broken) {
            throw new AssertionError("for " + context + " it fails instead of refusing: " + broken, broken);
        }
    }

    /** Every group is trained by some phase: no part of a model stays as it was drawn. */
    @Test
    void required_T04_everyGroupIsTrained() {
        for (Map<String, ?> sample : samples()) {
            Set<String> trained = new HashSet<>();
            component(sample).plan(context()).cycle().forEach(phase -> trained.addAll(phase.updates()));
            assertThat(trained)
                    .as("%s: groups that are trained", sample)
                    .isEqualTo(context().groups());
        }
    }

    /** Weights and learning rates are finite at every moment, and learning rates are not negative. */
    @Test
    void required_T05_schedulesAreValid() {
        for (Phase phase : phases()) {
            for (Moment moment : Schedules.MOMENTS) {
                assertThat(phase.optimiser().learningRate().at(moment))
                        .as("learning rate of phase %s at %s", phase.name(), moment)
                        .isFinite()
                        .isNotNegative();
                phase.objective()
                        .forEach((term, weight) -> assertThat(weight.at(moment))
                                .as("weight of %s in phase %s at %s", term, phase.name(), moment)
                                .isFinite());
            }
        }
    }

    /** Each phase, run on its own, changes every group that it updates, and no other. */
    @Test
    void required_T06_aPhaseChangesItsGroupsAndNoOthers() {
        for (Map<String, ?> sample : samples()) {
            PhaseProbe.effects(model(sample), Values.examples(SmallModel.DATA, 16, 5), 1, STEPS)
                    .forEach((phase, effect) -> assertThat(effect.changed())
                            .as("%s: groups that phase %s changed", sample, phase)
                            .isEqualTo(effect.updates()));
        }
    }

    /** Training twice with one seed gives the same parameters, bit by bit, with one worker and with two. */
    @Test
    void required_T07_trainingAgainGivesTheSameBits() {
        for (Map<String, ?> sample : samples()) {
            ModelDefinition model = model(sample);
            int epochs = 2 + component(sample).plan(context()).preparation().size();
            List<ParameterValues> one = trained(model, epochs, 1);
            List<ParameterValues> two = trained(model, epochs, 2);
            for (int i = 0; i < one.size(); i++) {
                assertThat(two.get(i).values())
                        .as("%s: %s after training again", sample, one.get(i).name())
                        .isEqualTo(one.get(i).values());
            }
        }
    }

    private static List<ParameterValues> trained(ModelDefinition model, int epochs, int workers) {
        TrainingSettings settings = new TrainingSettings(epochs, 16, 1, workers);
        try (TrainingRun run = new TrainingRun(model, settings, TrainingListener.NONE, () -> false)) {
            return run.train(Values.examples(SmallModel.DATA, 72, 5), Optional.empty())
                    .parameters();
        }
    }

    /** Gates answer before any term was computed, and the same every time they are asked the same. */
    @Test
    void required_T08_gatesAreFunctionsOfTheTerms() {
        Map<String, Double> some = new HashMap<>();
        context().terms().forEach(term -> some.put(term.name(), 0.5));
        for (Phase phase : phases()) {
            for (Map<String, Double> latest : List.of(Map.<String, Double>of(), some)) {
                boolean first = phase.gate().open(latest);
                for (int i = 0; i < 10; i++) {
                    assertThat(phase.gate().open(latest))
                            .as("gate of phase %s, asked again", phase.name())
                            .isEqualTo(first);
                }
            }
        }
    }

    /**
     * A phase updates those groups alone that some term of its objective is for, where terms name groups: else what one network is to
     * lower moves another, and a discriminator helps those whom it should tell apart.
     */
    @Test
    void required_T09_phasesMoveTheGroupsThatTheirTermsName() {
        for (Map<String, ?> sample : samples()) {
            TrainingContext context = context();
            for (Phase phase : component(sample).plan(context).phases()) {
                Set<String> meant = new HashSet<>();
                for (TermSpec term : context.terms()) {
                    Schedule weight = phase.objective().get(term.name());
                    if (weight != null && !weight.equals(Schedule.constant(0))) {
                        meant.addAll(term.groups().isEmpty() ? context.groups() : term.groups());
                    }
                }
                if (meant.isEmpty()) {
                    // That it moves nothing is the finding of another rule.
                    continue;
                }
                assertThat(meant)
                        .as("%s: groups that terms of phase %s are for", sample, phase.name())
                        .containsAll(phase.updates());
            }
        }
    }

    private ModelDefinition model(Map<String, ?> sample) {
        return inLayers() ? SmallModel.inLayers(loss(), component(sample)) : SmallModel.with(loss(), component(sample));
    }

    private List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        samples()
                .forEach(sample ->
                        phases.addAll(component(sample).plan(context()).phases()));
        return phases;
    }

    private TrainingContext context() {
        Set<String> groups = new HashSet<>(loss().groups());
        groups.add(Groups.ENCODER);
        groups.add(Groups.DECODER);
        return new TrainingContext(loss().terms(), groups, inLayers() ? SmallModel.LAYERS : 0);
    }

    private List<TrainingContext> contexts() {
        TermSpec unknown = new TermSpec("some-other-term", "", "a term that no trainer knows");
        Set<String> plain = Set.of(Groups.ENCODER, Groups.DECODER);
        return List.of(
                context(),
                new TrainingContext(List.of(unknown), plain),
                new TrainingContext(List.of(unknown), Set.of(Groups.ENCODER, Groups.DECODER, "some-other-group")));
    }
}
