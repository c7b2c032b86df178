package dev.diabolo.benchmarks.report;

import dev.diabolo.benchmarks.measure.Measurement;
import dev.diabolo.benchmarks.measure.Statistics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an engine did on a workload, with the number of workers that it was fastest with.
 *
 * @param rounds its measurements, at least one
 */
public record Standing(int workers, List<Measurement> rounds) {
    /** The one of several numbers of workers whose median step is the fastest. */
    static Standing fastest(Map<Integer, List<Measurement>> byWorkers) {
        return byWorkers.entrySet().stream()
                .map(entry -> new Standing(entry.getKey(), entry.getValue()))
                .min(Comparator.comparingDouble(Standing::msPerStep))
                .orElseThrow();
    }

    /** Milliseconds for a step: the median over rounds. */
    public double msPerStep() {
        return Statistics.median(steps());
    }

    /** From the fastest round to the slowest, as a share of the median. */
    public double spread() {
        return Statistics.spread(steps());
    }

    private double[] steps() {
        return rounds.stream().mapToDouble(Measurement::msPerStep).toArray();
    }

    /** The same as {@link #msPerStep()}, as examples. */
    public double examplesPerSecond() {
        return Statistics.median(
                rounds.stream().mapToDouble(Measurement::examplesPerSecond).toArray());
    }

    /** How often this step's time goes into another's. */
    public double ratioOf(Standing other) {
        return other.msPerStep() / msPerStep();
    }

    /** The median over rounds of something that not every measurement has. */
    public OptionalDouble median(Function<Measurement, @Nullable Double> figure) {
        double[] values = values(figure);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Statistics.median(values));
    }

    /** The largest over rounds of something that not every measurement has. */
    public OptionalDouble largest(Function<Measurement, @Nullable Double> figure) {
        return java.util.Arrays.stream(values(figure)).max();
    }

    private double[] values(Function<Measurement, @Nullable Double> figure) {
        return rounds.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
