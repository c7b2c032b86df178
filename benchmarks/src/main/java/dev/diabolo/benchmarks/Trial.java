package dev.diabolo.benchmarks;

import dev.diabolo.benchmarks.measure.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * One process to run.
 *
 * @param round counted from 1
 */
public record Trial(Workload workload, Contender contender, int workers, int round) {
    /** All trials, in the order in which they run: engines take turns, so that a slow minute of the machine hits all alike. */
    static List<Trial> plan(List<Workload> workloads, List<Contender> contenders, List<Integer> workers, int rounds) {
        List<Trial> trials = new ArrayList<>();
        for (Workload workload : workloads) {
            for (int round = 1; round <= rounds; round++) {
                for (int threads : workers) {
                    for (Contender contender : contenders) {
                        trials.add(new Trial(workload, contender, threads, round));
                    }
                }
            }
        }
        return trials;
    }

    /** {@code W1 dl4j, 2 workers, round 1}. */
    String describe() {
        return workload.id() + " " + contender.id() + ", " + workers + (workers == 1 ? " worker" : " workers")
                + ", round " + round;
    }
}
