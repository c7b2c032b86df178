package dev.diabolo;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.training.Ending;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.WarningReport;
import java.util.List;
import java.util.Optional;

/**
 * How a training run ended.
 *
 * @param model of the best epoch; of the moment, where the run ended before its first epoch did
 * @param options of the run
 * @param epochs a report of each epoch that was completed
 * @param bestEpoch counted from 1; 0 where none was completed
 * @param steps training steps taken
 * @param seconds from the first step to the end, validation included
 * @param examples learnt from in each epoch
 * @param warnings that were given, by epoch; of a run that went on, also those before, but for states that could not be saved then
 * @param ending why it ended
 * @param failure why it diverged; empty where it did not
 */
public record TrainingResult(
        Autoencoder model,
        RunOptions options,
        List<EpochReport> epochs,
        int bestEpoch,
        long steps,
        double seconds,
        int examples,
        List<WarningReport> warnings,
        Ending ending,
        Optional<DiaboloException> failure) {
    public TrainingResult {
        epochs = List.copyOf(epochs);
        warnings = List.copyOf(warnings);
    }

    /** Whether it was asked to stop early. */
    public boolean stopped() {
        return ending == Ending.STOPPED;
    }

    /** The report of the epoch whose parameters were kept; empty where none was completed. */
    public Optional<EpochReport> best() {
        return bestEpoch == 0 ? Optional.empty() : Optional.of(epochs.get(bestEpoch - 1));
    }
}
