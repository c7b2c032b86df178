package dev.diabolo.spi.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one epoch of training achieved.
 *
 * @param epoch counted from 1
 * @param steps training steps since the run began
 * @param samplesPerSecond training examples per second in this epoch, without validation
 * @param loss the terms, weighted and summed: the mean over the epoch, while parameters changed
 * @param terms each term, not weighted: the mean over the epoch, while parameters changed
 * @param criterion what the best epoch is chosen by, less is better: the terms that are not adversarial, with the weights that
 *     they have at the end of training, on examples held out, or where none are, over the epoch; NaN where all terms are
 *     adversarial
 * @param validation on examples held out; empty where none are
 * @param stage the stage of preparation that it belongs to; empty in the training proper. Terms and criterion are then of
 *     what the stage trains, over the epoch, and the validation of the whole model as it is
 * @param phases what each phase did, by its name, in the order of the plan
 */
public record EpochReport(
        int epoch,
        long steps,
        double samplesPerSecond,
        double loss,
        Map<String, Double> terms,
        double criterion,
        Optional<EvaluationReport> validation,
        Optional<String> stage,
        Map<String, PhaseReport> phases) {
    public EpochReport {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
    }

    /** An epoch of the training proper, of which nothing is known by phase. */
    public EpochReport(
            int epoch,
            long steps,
            double samplesPerSecond,
            double loss,
            Map<String, Double> terms,
            double criterion,
            Optional<EvaluationReport> validation) {
        this(epoch, steps, samplesPerSecond, loss, terms, criterion, validation, Optional.empty(), Map.of());
    }
}
