package dev.diabolo.spi.training;

import java.util.Objects;

/**
 * A warning that was given in a run.
 *
 * @param epoch after or in which it was given, counted from 1
 */
public record WarningReport(int epoch, TrainingWarning warning) {
    public WarningReport {
        Objects.requireNonNull(warning, "warning");
    }
}
