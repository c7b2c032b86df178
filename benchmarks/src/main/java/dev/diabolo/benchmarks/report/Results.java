package dev.diabolo.benchmarks.report;

import dev.diabolo.benchmarks.measure.Measurement;
import dev.diabolo.benchmarks.measure.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All measurements; grows while the benchmark runs. For one thread. */
public final class Results {
    private final List<Workload> workloads;
    private final List<String> engines;
    private final Machine machine;
    private final Map<Place, Map<Integer, List<Measurement>>> measured = new LinkedHashMap<>();
    private final Map<Place, Map<Integer, String>> failures = new LinkedHashMap<>();

    private record Place(Workload workload, String engine) {}

    /**
     * @param engines Diabolo first: ratios are to the first
     */
    public Results(List<Workload> workloads, List<String> engines, Machine machine) {
        this.workloads = List.copyOf(workloads);
        this.engines = List.copyOf(engines);
        this.machine = machine;
    }

    /** Notes what a round measured. */
    public void add(Workload workload, String engine, int workers, Measurement measurement) {
        measured.computeIfAbsent(new Place(workload, engine), place -> new TreeMap<>())
                .computeIfAbsent(workers, count -> new ArrayList<>())
                .add(measurement);
    }

    /** Notes that an engine gave no result with so many workers; it is not tried again. */
    public void failed(Workload workload, String engine, int workers, String why) {
        failures.computeIfAbsent(new Place(workload, engine), place -> new TreeMap<>())
                .put(workers, why);
    }

    /** Why an engine gave no result, by the number of workers. */
    public Map<Integer, String> failures(Workload workload, String engine) {
        return failures.getOrDefault(new Place(workload, engine), Map.of());
    }

    /** How an engine did; empty where it never gave a result. */
    public Optional<Standing> standing(Workload workload, String engine) {
        return Optional.ofNullable(measured.get(new Place(workload, engine))).map(Standing::fastest);
    }

    /** How the first engine did, which the others are compared with. */
    public Optional<Standing> reference(Workload workload) {
        return standing(workload, engines.get(0));
    }

    /** In the order in which they are reported. */
    public List<Workload> workloads() {
        return workloads;
    }

    /** In the order in which they are reported. */
    public List<String> engines() {
        return engines;
    }

    /** What they were measured on. */
    public Machine machine() {
        return machine;
    }
}
