package dev.diabolo.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs of plans with and without kernels of ours, to compare. */
final class PlanRun {
    private PlanRun() {}

    /**
     * The outputs of a plan's second run, when its arrays hold what the first left.
     *
     * @param workers 1 runs it on the calling thread
     */
    static Map<String, float[]> of(PlanSpec spec, boolean lowered, int workers) {
        System.setProperty("diabolo.lowering", lowered ? "on" : "off");
        try (Plan plan = PlanCompiler.compile(spec);
                WorkerPool pool = new WorkerPool(workers)) {
            for (int i = 0; i < 2; i++) {
                if (workers == 1) {
                    plan.run();
                } else {
                    plan.run(pool);
                }
            }
            Map<String, float[]> results = new LinkedHashMap<>();
            for (String output : spec.outputs()) {
                results.put(output, plan.output(output).dup('c').data().asFloat());
            }
            return results;
        } finally {
            System.clearProperty("diabolo.lowering");
        }
    }
}
