package dev.diabolo.benchmarks.report;

import dev.diabolo.benchmarks.measure.Workload;
import java.util.OptionalDouble;

/** How near W1 comes to what the machine can do at best. */
final class PeakShare {
    private PeakShare() {}

    /** The first engine's operations a second, as a share of as many cores' peak as it had workers; empty where unknown. */
    static OptionalDouble of(Results results) {
        OptionalDouble peak = results.machine().peakGflops();
        return peak.isEmpty()
                ? OptionalDouble.empty()
                : results.reference(Workload.W1).stream()
                        .mapToDouble(standing -> Workload.W1.operations()
                                / (standing.msPerStep() / 1e3)
                                / (peak.getAsDouble() * 1e9 * standing.workers()))
                        .findFirst();
    }
}
