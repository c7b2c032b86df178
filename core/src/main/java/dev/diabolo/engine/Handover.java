package dev.diabolo.engine;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;

/**
 * What a phase computes of a batch and the next phase would compute again: what depends on the data alone, and on parameters that
 * the first of them does not change. Only looks for what saves time; each variable that it leaves out is computed twice.
 */
final class Handover {
    /** Gradients that use the function's value instead of its argument, where the value is there. */
    private static final Set<String> BY_VALUE = Set.of("thresholdedrelu_bp", "sigmoid_bp", "tanh_bp");

    private Handover() {}

    /**
     * A graph that takes part.
     *
     * @param outputs what is computed of it
     * @param common names of operations that both graphs have, equal in everything but the values of placeholders
     */
    record Side(SameDiff graph, List<String> outputs, Set<String> common) {}

    /**
     * The variables that the first side computes anyway, and that the rest of the second one reads.
     *
     * @param given the placeholders whose values are the same in both
     */
    static Set<String> between(Side first, Side second, Set<String> given) {
        Set<String> there = new HashSet<>();
        PlanCompiler.needed(first.graph(), first.outputs()).stream()
                .filter(operation -> first.common().contains(operation.getName()))
                .forEach(operation -> there.addAll(operation.getOutputsOfOp()));
        Set<String> steady = new HashSet<>(given);
        Set<String> made = new HashSet<>();
        Set<String> read = new LinkedHashSet<>();
        for (SameDiffOp operation : PlanCompiler.needed(second.graph(), second.outputs())) {
            List<String> inputs = operation.getInputsToOp() == null ? List.of() : operation.getInputsToOp();
            List<String> outputs = operation.getOutputsOfOp();
            boolean same = second.common().contains(operation.getName())
                    && there.containsAll(outputs)
                    && inputs.stream().anyMatch(steady::contains)
                    && inputs.stream().allMatch(name -> steady.contains(name) || isConstant(second.graph(), name));
            if (same) {
                steady.addAll(outputs);
                made.addAll(outputs);
            } else {
                read.addAll(BY_VALUE.contains(operation.getOp().opName()) ? inputs.subList(1, inputs.size()) : inputs);
            }
        }
        read.retainAll(made);
        return read;
    }

    private static boolean isConstant(SameDiff graph, String name) {
        return graph.getVariable(name).getVariableType() == VariableType.CONSTANT;
    }
}
