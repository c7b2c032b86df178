package dev.diabolo.benchmarks.report;

import dev.diabolo.benchmarks.measure.Measurement;
import dev.diabolo.benchmarks.measure.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Results as an object of workloads, each of which has engines: {@code {"W1": {"diabolo": {"msPerStep": ..}, ..}, ..}}. An
 * engine without a result is null.
 */
public final class JsonReport {
    /** A place after the third says nothing, and hides what does. */
    private static final double DIGITS = 1e4;

    private JsonReport() {}

    /** Maps of maps, ready to be written. */
    public static Map<String, Object> of(Results results) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Workload workload : results.workloads()) {
            Map<String, Object> engines = new LinkedHashMap<>();
            for (String engine : results.engines()) {
                engines.put(
                        engine,
                        results.standing(workload, engine)
                                .map(standing -> standing(
                                        standing,
                                        results.reference(workload)
                                                .map(reference -> reference.ratioOf(standing))
                                                .orElse(Double.NaN)))
                                .orElse(null));
            }
            json.put(workload.id(), engines);
        }
        json.put("machine", machine(results));
        return json;
    }

    private static Map<String, Object> standing(Standing standing, double ratio) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("msPerStep", rounded(standing.msPerStep()));
        json.put("examplesPerSecond", rounded(standing.examplesPerSecond()));
        json.put("ratio", rounded(ratio));
        json.put("spread", rounded(standing.spread()));
        json.put("workers", standing.workers());
        json.put("rounds", standing.rounds().size());
        json.put("version", standing.rounds().get(0).version());
        put(json, "rowMedianUs", standing.median(Measurement::rowMedianUs));
        put(json, "rowP99Us", standing.median(Measurement::rowP99Us));
        put(json, "firstLoss", standing.median(Measurement::firstLoss));
        put(json, "lastLoss", standing.median(Measurement::lastLoss));
        put(json, "peakMemoryMb", standing.largest(Measurement::peakMemoryMb));
        put(json, "othersCores", standing.largest(Measurement::othersCores));
        return json;
    }

    private static Map<String, Object> machine(Results results) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cores", results.machine().cores());
        put(json, "peakGflops", results.machine().peakGflops());
        put(json, "blasShareOfW1", results.machine().blasShare());
        put(json, "peakShareOfW1", PeakShare.of(results));
        return json;
    }

    private static void put(Map<String, Object> json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.put(name, rounded(number)));
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * DIGITS) / DIGITS : value;
    }
}
