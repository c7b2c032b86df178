package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.TrainedNetwork;
import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.Activation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;

/** Reads a graph as a chain of steps, from its result back to its input. What is no chain, or no known step, is refused by name. */
final class GraphWalk {
    /** ND4J's names; all with the parameters that the contract's {@link Activation} gives them. */
    private static final Map<String, Activation> ACTIVATIONS = Map.of(
            "relu", Activation.RELU,
            "leakyrelu", Activation.LEAKY_RELU,
            "elu", Activation.ELU,
            "selu", Activation.SELU,
            "gelu", Activation.GELU,
            "swish", Activation.SWISH,
            "sigmoid", Activation.SIGMOID,
            "tanh", Activation.TANH,
            "softplus", Activation.SOFTPLUS);

    private final TrainedNetwork network;
    private final SameDiff graph;

    private GraphWalk(TrainedNetwork network) {
        this.network = network;
        this.graph = network.graph();
    }

    /** The steps, in the order in which they are done. */
    static List<Step> of(TrainedNetwork network) {
        return new GraphWalk(network).steps();
    }

    private List<Step> steps() {
        Deque<Step> steps = new ArrayDeque<>();
        String variable = network.output();
        while (!variable.equals(network.input())) {
            DifferentialFunction operation = graph.getVariableOutputOp(variable);
            if (operation == null) {
                throw refused("its result does not depend on its input", variable);
            }
            List<String> inputs = graph.getOps().get(operation.getOwnName()).getInputsToOp();
            Activation activation = ACTIVATIONS.get(operation.opName());
            if (activation != null) {
                steps.push(new Step.Activate(activation));
            } else if (operation.opName().equals("xw_plus_b")) {
                steps.push(new Step.Dense(parameter(inputs.get(1)), parameter(inputs.get(2))));
            } else if (!operation.opName().equals("reshape")
                    && !operation.opName().equals("identity")) {
                throw refused("no layer here does the operation '" + operation.opName() + "'", variable);
            }
            variable = dataInput(operation, inputs);
        }
        return new ArrayList<>(steps);
    }

    /** The one input that is computed from data; reshaping has its shape as another, which is constant. */
    private String dataInput(DifferentialFunction operation, List<String> inputs) {
        List<String> computed = inputs.stream()
                .filter(name -> !network.parameters().containsKey(name))
                .filter(name -> graph.getVariable(name).getVariableType() != VariableType.CONSTANT)
                .toList();
        if (computed.size() != 1) {
            throw refused("the operation '" + operation.opName() + "' joins several values", operation.getOwnName());
        }
        return computed.get(0);
    }

    private TrainedParameter parameter(String name) {
        TrainedParameter parameter = network.parameters().get(name);
        if (parameter == null) {
            throw refused("a weight or bias is computed, not a parameter of its own", name);
        }
        return parameter;
    }

    private DiaboloException refused(String what, String where) {
        return DiaboloException.user(
                "export.not-expressible",
                Problem.of("the " + network.part() + " cannot be written for Deeplearning4j: " + what)
                        .at(where)
                        .allowed("chains of fully connected layers and activations")
                        .remedy("export another --part, or use 'diabolo encode' and 'diabolo decode'"));
    }
}
