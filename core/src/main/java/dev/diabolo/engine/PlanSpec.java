package dev.diabolo.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What a plan shall compute.
 *
 * @param outputs the variables to compute
 * @param bindings an array for each placeholder that the outputs need; read at every run
 * @param targets for some of the outputs, the array to leave them in
 * @param given for some of the variables, an array that already has their values whenever the plan runs
 * @param examples in the batch
 * @param perExample the placeholders whose rows are the examples
 * @param pieces how many pieces the batch is cut into for several threads; 1 where one thread runs the plan
 */
record PlanSpec(
        SameDiff graph,
        List<String> outputs,
        Map<String, INDArray> bindings,
        Map<String, INDArray> targets,
        Map<String, INDArray> given,
        int examples,
        Set<String> perExample,
        int pieces) {
    /**
     * The same for the first of the examples alone; not of a plan that is given values. Results whose shape does not depend on the
     * number of examples, as gradients of parameters, go where they go for all of them.
     */
    PlanSpec first(int count) {
        Map<String, INDArray> fewer = new HashMap<>(bindings);
        perExample.forEach(name -> fewer.computeIfPresent(name, (same, rows) -> {
            long each = rows.size(0) / examples;
            return rows.get(NDArrayIndex.interval(0, count * each));
        }));
        return new PlanSpec(graph, outputs, fewer, targets, count, perExample, 1);
    }

    /** Of which nothing is given. */
    PlanSpec(
            SameDiff graph,
            List<String> outputs,
            Map<String, INDArray> bindings,
            Map<String, INDArray> targets,
            int examples,
            Set<String> perExample,
            int pieces) {
        this(graph, outputs, bindings, targets, Map.of(), examples, perExample, pieces);
    }

    /** For one thread, without targets. */
    static PlanSpec of(
            SameDiff graph,
            Collection<String> outputs,
            Map<String, INDArray> bindings,
            int examples,
            Set<String> perExample) {
        return new PlanSpec(graph, List.copyOf(outputs), bindings, Map.of(), examples, perExample, 1);
    }
}
