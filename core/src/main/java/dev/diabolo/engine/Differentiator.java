package dev.diabolo.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reverse-mode differentiation over a SameDiff graph, into the same graph. Unlike ND4J's own, it differentiates only what
 * lies between the objective and the parameters asked for, knows gradient stops, and reports what is not reached.
 */
final class Differentiator {
    private final SameDiff graph;
    private final Set<String> stops;
    private final Map<String, String> scales;
    private final Map<String, SDVariable> gradients = new HashMap<>();

    private Differentiator(SameDiff graph, Set<String> stops, Map<String, String> scales) {
        this.graph = graph;
        this.stops = stops;
        this.scales = scales;
    }

    /**
     * Adds the gradients of a scalar to its graph.
     *
     * @param objective a scalar
     * @param parameters names of variables
     * @param stops names of variables through which no gradient flows
     * @return the gradient of each parameter that the objective depends on
     */
    static Map<String, SDVariable> gradients(SDVariable objective, Collection<String> parameters, Set<String> stops) {
        return gradients(objective, parameters, stops, Map.of());
    }

    /**
     * Adds the gradients of a scalar to its graph, some of them multiplied on their way.
     *
     * @param scales names of variables, and of what the gradient that comes to each is multiplied by
     */
    static Map<String, SDVariable> gradients(
            SDVariable objective, Collection<String> parameters, Set<String> stops, Map<String, String> scales) {
        return new Differentiator(objective.getSameDiff(), stops, scales).run(objective, parameters);
    }

    private Map<String, SDVariable> run(SDVariable objective, Collection<String> parameters) {
        List<SameDiffOp> path = path(parameters);
        Set<String> dependent = new HashSet<>(parameters);
        path.forEach(operation -> dependent.addAll(operation.getOutputsOfOp()));
        gradients.put(objective.name(), graph.constant(Nd4j.scalar(objective.dataType(), 1)));
        for (int i = path.size() - 1; i >= 0; i--) {
            propagate(path.get(i), dependent);
        }
        Map<String, SDVariable> found = new LinkedHashMap<>();
        for (String parameter : parameters) {
            SDVariable gradient = gradients.get(parameter);
            if (gradient != null) {
                found.put(parameter, gradient);
            }
        }
        return found;
    }

    /** The operations through which a gradient can reach the parameters, in the order of computation. */
    private List<SameDiffOp> path(Collection<String> parameters) {
        Set<String> dependent = new HashSet<>(parameters);
        List<SameDiffOp> path = new ArrayList<>();
        for (SameDiffOp operation : graph.getOps().values()) {
            List<String> inputs = operation.getInputsToOp();
            boolean stopped = operation.getOutputsOfOp().stream().anyMatch(stops::contains);
            if (inputs != null && !stopped && inputs.stream().anyMatch(dependent::contains)) {
                dependent.addAll(operation.getOutputsOfOp());
                path.add(operation);
            }
        }
        return path;
    }

    private SDVariable scaled(String variable, SDVariable gradient) {
        String factor = scales.get(variable);
        return factor == null ? gradient : gradient.mul(graph.getVariable(factor));
    }

    private void propagate(SameDiffOp operation, Set<String> dependent) {
        List<String> outputs = operation.getOutputsOfOp();
        if (outputs.stream().noneMatch(gradients::containsKey)) {
            return;
        }
        List<SDVariable> incoming = new ArrayList<>();
        for (String output : outputs) {
            SDVariable gradient = gradients.get(output);
            incoming.add(gradient != null ? scaled(output, gradient) : graph.zerosLike(graph.getVariable(output)));
        }
        DifferentialFunction function = operation.getOp();
        List<SDVariable> outgoing = function.doDiff(incoming);
        List<String> inputs = operation.getInputsToOp();
        for (int i = 0; i < outgoing.size() && i < inputs.size(); i++) {
            SDVariable gradient = outgoing.get(i);
            if (gradient != null && dependent.contains(inputs.get(i))) {
                gradients.merge(inputs.get(i), gradient, SDVariable::add);
            }
        }
    }
}
