package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.Phase;
import java.util.List;

/** Looks for what diverged. */
record Finiteness(ModelDefinition model, ParameterStore store) {
    /**
     * Refuses parameters and terms that are not finite. Terms are looked at before each update; the last update of an epoch shows in the
     * parameters and afterwards only.
     *
     * @param after the epoch
     * @throws DiaboloException (RUN) where training diverged
     */
    void require(int epoch, StageRun stage, EvaluationReport after) {
        store.firstNotFinite().ifPresent(name -> {
            throw diverged("parameter '" + name + "' is no longer finite" + changedBy(stage, name), epoch);
        });
        after.terms().forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw diverged("term '" + name + "' is " + value + " after the epoch", epoch);
            }
        });
        if (model.encoder().encodes() && !Double.isFinite(after.mse())) {
            throw diverged("reconstructions are not finite after the epoch", epoch);
        }
    }

    /** The phases that change a parameter; nothing where none does. */
    private String changedBy(StageRun stage, String parameter) {
        String group = store.spec(parameter).group();
        List<String> phases = stage.phases().stream()
                .map(PhaseTrainer::phase)
                .filter(phase -> phase.updates().contains(group))
                .map(Phase::name)
                .toList();
        return phases.isEmpty() ? "" : "; it is changed by phase '" + String.join("' and '", phases) + "'";
    }

    private static DiaboloException diverged(String what, int epoch) {
        return new DiaboloException(
                ErrorKind.RUN,
                "training.diverged",
                Problem.of("training diverged: " + what)
                        .at("epoch " + epoch)
                        .remedy("lower the learning rate, or scale the data to [0, 1]"));
    }
}
