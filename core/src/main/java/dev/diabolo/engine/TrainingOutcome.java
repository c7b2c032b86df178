package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.training.Ending;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.WarningReport;
import java.util.List;
import java.util.Optional;

/**
 * How a training run ended.
 *
 * @param parameters of the best epoch; of the moment, where the run ended before its first epoch did
 * @param bestEpoch counted from 1; 0 where the run ended before its first epoch did
 * @param epochs a report of each epoch that was completed
 * @param steps training steps taken
 * @param warnings that were given, in order
 * @param ending why it ended
 * @param failure why it diverged; empty where it did not
 */
public record TrainingOutcome(
        List<ParameterValues> parameters,
        int bestEpoch,
        List<EpochReport> epochs,
        long steps,
        List<WarningReport> warnings,
        Ending ending,
        Optional<DiaboloException> failure) {
    public TrainingOutcome {
        parameters = List.copyOf(parameters);
        epochs = List.copyOf(epochs);
        warnings = List.copyOf(warnings);
    }

    /** Whether it was asked to stop early. */
    public boolean stopped() {
        return ending == Ending.STOPPED;
    }
}
