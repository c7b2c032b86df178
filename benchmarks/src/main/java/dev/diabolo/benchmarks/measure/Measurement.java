package dev.diabolo.benchmarks.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one process measured.
 *
 * @param version of the framework
 * @param supported whether the framework can do the workload; if not, nothing else is there
 * @param msPerStep milliseconds for a step, the median over passes
 * @param examplesPerSecond the same, as examples
 * @param rowMedianUs the median over single rows, in microseconds; forward passes only
 * @param rowP99Us what 99 of a hundred single rows do not exceed, in microseconds; forward passes only
 * @param firstLoss of the first step, as the framework gives it; training only
 * @param lastLoss of the last step; training only
 * @param steps taken in all
 * @param peakMemoryMb the most memory the process had at a time, in megabytes; where the system tells
 * @param othersCores how many cores other processes, or other virtual machines, kept busy meanwhile; where the system tells
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measurement(
        String version,
        boolean supported,
        double msPerStep,
        double examplesPerSecond,
        @Nullable Double rowMedianUs,
        @Nullable Double rowP99Us,
        @Nullable Double firstLoss,
        @Nullable Double lastLoss,
        long steps,
        @Nullable Double peakMemoryMb,
        @Nullable Double othersCores) {
    static Measurement unsupported(String version) {
        return new Measurement(version, false, 0, 0, null, null, null, null, 0, null, null);
    }
}
