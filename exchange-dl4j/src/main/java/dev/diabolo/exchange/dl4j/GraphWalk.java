package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.TrainedNetwork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads a graph as a chain of operations, from its result back to its input. What is no chain is refused by name. */
final class GraphWalk {
    /** Examples in the run that tells the shapes. */
    static final int BATCH = 2;

    private final TrainedNetwork network;
    private final SameDiff graph;

    private record Link(String variable, DifferentialFunction function, List<String> inputs, String data) {}

    private GraphWalk(TrainedNetwork network) {
        this.network = network;
        this.graph = network.graph();
    }

    /** The operations, in the order in which they are done; those that change nothing are left out. */
    static List<Operation> of(TrainedNetwork network) {
        return new GraphWalk(network).operations();
    }

    private List<Operation> operations() {
        Deque<Link> links = new ArrayDeque<>();
        String variable = network.output();
        while (!variable.equals(network.input())) {
            DifferentialFunction function = graph.getVariableOutputOp(variable);
            if (function == null) {
                throw refused(network, "its result does not depend on its input", variable);
            }
            List<String> inputs = graph.getOps().get(function.getOwnName()).getInputsToOp();
            String data = dataInput(function, inputs);
            links.push(new Link(variable, function, inputs, data));
            variable = data;
        }
        Map<String, long[]> shapes = shapes(links);
        return links.stream()
                .filter(link -> !link.function().opName().equals("identity"))
                .map(link -> new Operation(
                        link.variable(),
                        link.function(),
                        link.inputs(),
                        shapes.get(link.data()),
                        shapes.get(link.variable())))
                .toList();
    }

    /** The one input that is computed from data; reshaping has its shape as another, which is constant. */
    private String dataInput(DifferentialFunction operation, List<String> inputs) {
        List<String> computed = inputs.stream()
                .filter(name -> !network.parameters().containsKey(name))
                .filter(name -> graph.getVariable(name).getVariableType() != VariableType.CONSTANT)
                .toList();
        if (computed.size() != 1) {
            throw refused(
                    network, "the operation '" + operation.opName() + "' joins several values", operation.getOwnName());
        }
        return computed.get(0);
    }

    /** The shapes that values have, as running the graph once on zeros tells. */
    private Map<String, long[]> shapes(Iterable<Link> links) {
        Map<String, INDArray> fed = new HashMap<>();
        fed.put(network.input(), Nd4j.zeros(DataType.FLOAT, network.inputSpec().batched(BATCH)));
        // Of a part of a model, the graph lacks the parameters of the others.
        network.parameters().forEach((name, parameter) -> {
            if (graph.hasVariable(name)) {
                fed.put(name, Nd4j.create(parameter.values().clone(), parameter.shape(), 'c'));
            }
        });
        Set<String> wanted = new LinkedHashSet<>();
        links.forEach(link -> wanted.add(link.variable()));
        Map<String, long[]> shapes = new HashMap<>();
        shapes.put(network.input(), network.inputSpec().batched(BATCH));
        if (!wanted.isEmpty()) {
            graph.output(fed, wanted.toArray(String[]::new)).forEach((name, array) -> shapes.put(name, array.shape()));
        }
        return shapes;
    }

    static DiaboloException refused(TrainedNetwork network, String what, String where) {
        return DiaboloException.user(
                "export.not-expressible",
                Problem.of("the " + network.part() + " cannot be written for Deeplearning4j: " + what)
                        .at(where)
                        .allowed("chains of fully connected, convolutional and LSTM layers, and activations")
                        .remedy("export another --part, or use 'diabolo encode' and 'diabolo decode'"));
    }
}
