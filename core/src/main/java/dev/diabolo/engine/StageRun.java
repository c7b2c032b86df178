package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Stage;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A stretch of epochs with phases of its own: a stage of preparation, or the training proper. Owns its phases until closed.
 *
 * @param name empty for the training proper
 * @param begin epochs of the run before it
 * @param end epochs of the run when it is done
 */
record StageRun(Optional<String> name, List<PhaseTrainer> phases, int begin, int end) implements AutoCloseable {
    /**
     * Divides a run's epochs among the stages of a plan: each has its share of them, rounded, and one at least.
     *
     * @param trainer prepares a phase, given the terms that it reports
     * @throws DiaboloException (USER) where there are fewer epochs than stages
     */
    static List<StageRun> of(
            TrainingPlan plan, List<TermSpec> terms, int epochs, BiFunction<Phase, Set<String>, PhaseTrainer> trainer) {
        int prepared = plan.preparation().size();
        if (epochs <= prepared) {
            throw DiaboloException.user(
                    "training.too-few-epochs",
                    Problem.of("the trainer plans " + prepared
                                    + " stages of preparation and the training itself, of an "
                                    + "epoch each at least, and there are " + epochs)
                            .at("epochs")
                            .remedy("train for at least " + (prepared + 1) + " epochs"));
        }
        List<StageRun> stages = new ArrayList<>();
        try {
            int begin = 0;
            double share = 0;
            for (int i = 0; i < prepared; i++) {
                Stage stage = plan.preparation().get(i);
                share += stage.share();
                int latest = epochs - (prepared - i);
                int end = Math.min(latest, Math.max(begin + 1, (int) Math.round(epochs * share)));
                stages.add(
                        new StageRun(Optional.of(stage.name()), trainers(stage.cycle(), terms, trainer), begin, end));
                begin = end;
            }
            stages.add(new StageRun(Optional.empty(), trainers(plan.cycle(), terms, trainer), begin, epochs));
            return stages;
        } catch (RuntimeException | Error e) {
            stages.forEach(StageRun::close);
            throw e;
        }
    }

    private static List<PhaseTrainer> trainers(
            List<Phase> cycle, List<TermSpec> terms, BiFunction<Phase, Set<String>, PhaseTrainer> trainer) {
        List<PhaseTrainer> trainers = new ArrayList<>();
        try {
            cycle.forEach(phase -> trainers.add(trainer.apply(phase, reported(cycle, phase, terms))));
            for (int i = 1; i < trainers.size(); i++) {
                trainers.get(i).follow(trainers.get(i - 1));
            }
            return List.copyOf(trainers);
        } catch (RuntimeException | Error e) {
            trainers.forEach(PhaseTrainer::close);
            throw e;
        }
    }

    /** The terms that a phase reports: those of its objective; the first phase, those of no objective too. */
    private static Set<String> reported(List<Phase> cycle, Phase phase, List<TermSpec> terms) {
        Set<String> reported = new HashSet<>(phase.objective().keySet());
        if (phase == cycle.get(0)) {
            terms.forEach(term -> reported.add(term.name()));
            cycle.stream()
                    .skip(1)
                    .forEach(other -> other.objective().keySet().stream()
                            .filter(term -> !phase.objective().containsKey(term))
                            .forEach(reported::remove));
        }
        return reported;
    }

    boolean preparation() {
        return name.isPresent();
    }

    int batchesPerCycle() {
        return phases.stream().mapToInt(phase -> phase.phase().steps()).max().orElse(1);
    }

    /** How far the stage is, as schedules see it. */
    Moment moment(long step, int stepsPerEpoch) {
        return new Moment(step - (double) begin * stepsPerEpoch, stepsPerEpoch, (double) stepsPerEpoch * (end - begin));
    }

    @Override
    public void close() {
        phases.forEach(PhaseTrainer::close);
    }
}
