package dev.diabolo.benchmarks;

import dev.diabolo.benchmarks.measure.Workload;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param contenders Diabolo first
 * @param workers numbers of threads to try
 * @param seconds that each process measures, after half as long of warm-up
 */
record Settings(
        List<Workload> workloads,
        List<Contender> contenders,
        List<Integer> workers,
        int rounds,
        double seconds,
        ClassPaths classPaths) {
    double warmUpSeconds() {
        return seconds / 2;
    }

    /** After which a process that gives no result is ended: slow frameworks need many times the time that is measured. */
    double patience() {
        return 120 + 10 * seconds;
    }
}
