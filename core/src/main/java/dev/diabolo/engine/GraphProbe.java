package dev.diabolo.engine;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Builds components in float64 and runs them on given values: what contract tests look through. Goes the same way as
 * training, from scope to differentiated graph to plan. Owns native memory until closed; for one thread.
 */
public final class GraphProbe implements AutoCloseable {
    private final GraphContext context;
    private final List<Tensor> inputs;
    private final Map<String, SDVariable> outputs;
    private final Map<String, TensorSpec> outputSpecs = new LinkedHashMap<>();
    private final ParameterStore store;
    private final NoiseFiller noise;
    private final Map<String, Map<String, SDVariable>> gradients = new HashMap<>();
    private final Set<String> gradientStops;

    /** Builds something in a scope. */
    @FunctionalInterface
    public interface Build {
        /**
         * Builds.
         *
         * @param inputs one for each shape asked for
         * @return what to look at, by name
         */
        Map<String, SDVariable> build(GraphScope scope, List<Tensor> inputs);
    }

    private GraphProbe(GraphContext context, List<Tensor> inputs, Map<String, SDVariable> outputs, long seed) {
        Backend.load();
        this.context = context;
        this.inputs = inputs;
        this.outputs = new LinkedHashMap<>(outputs);
        context.verify();
        this.gradientStops = context.gradientStops();
        this.store = new ParameterStore(context.type(), context.parameters());
        this.noise = new NoiseFiller(new RandomStreams(seed));
        store.initialise(new RandomStreams(seed));
    }

    /**
     * Probes whatever a scope can build.
     *
     * @param training whether dropout and the like apply
     * @param seed of first parameters and noise
     * @param shapes of the inputs
     */
    public static GraphProbe of(boolean training, long seed, List<TensorSpec> shapes, Build build) {
        Backend.load();
        GraphContext context = new GraphContext(DataType.DOUBLE, training);
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            inputs.add(new Tensor(context.input("input-" + i, shapes.get(i)), shapes.get(i)));
        }
        Map<String, SDVariable> outputs = build.build(context.scope("probe", "probe"), inputs);
        return new GraphProbe(context, inputs, outputs, seed);
    }

    /**
     * Probes a whole model: one input, the data; outputs {@code code}, {@code reconstruction} and {@code term:NAME} for each
     * term of its loss.
     */
    public static GraphProbe of(boolean training, long seed, ModelDefinition model) {
        Backend.load();
        ModelGraph graph = new ModelGraph(model, DataType.DOUBLE, training);
        Tensor data = graph.data();
        ForwardPass pass = graph.forward(data);
        Map<String, SDVariable> outputs = new LinkedHashMap<>();
        outputs.put("code", pass.latent().mode().variable());
        outputs.put("reconstruction", pass.reconstruction().mean().variable());
        graph.terms(pass).forEach((term, value) -> outputs.put("term:" + term, value));
        return new GraphProbe(graph.context(), List.of(data), outputs, seed);
    }

    /** The names of parameters and buffers, in the order in which they were made. */
    public List<String> parameters() {
        return context.parameters().stream().map(ParameterSpec::name).toList();
    }

    /** The names of trained parameters, without buffers. */
    public List<String> trained() {
        return context.parameters().stream()
                .filter(spec -> !spec.group().equals(ParameterSpec.BUFFERS))
                .map(ParameterSpec::name)
                .toList();
    }

    /** The group of a parameter. */
    public String group(String parameter) {
        return context.parameters().stream()
                .filter(spec -> spec.name().equals(parameter))
                .findFirst()
                .orElseThrow()
                .group();
    }

    /** Why examples of a batch depend on each other; empty where they don't. */
    public Set<String> couplings() {
        return Set.copyOf(context.couplings());
    }

    /** A parameter's values; a copy. */
    public double[] parameter(String name) {
        return store.view(name).dup('c').data().asDouble();
    }

    /** Changes one value of a parameter. */
    public void set(String parameter, int index, double value) {
        store.view(parameter).putScalar(index, value);
    }

    /** An output's shape and values. */
    public record Output(long[] shape, double[] values) {}

    /**
     * Computes the outputs.
     *
     * @param batch number of examples
     * @param values for each input, {@code batch} examples end to end
     */
    public Map<String, Output> run(int batch, List<double[]> values) {
        Map<String, String> names = new LinkedHashMap<>();
        outputs.forEach((name, variable) -> names.put(name, variable.name()));
        return compute(batch, values, names);
    }

    /**
     * Computes the gradients of the sum of an output, weighted.
     *
     * @param output its name
     * @param weights one for each value of the output
     * @return the gradient of each parameter that the output depends on
     */
    public Map<String, Output> gradients(String output, double[] weights, int batch, List<double[]> values) {
        INDArray weighting = Nd4j.createFromArray(weights);
        Map<String, SDVariable> found = gradients.computeIfAbsent(output, this::differentiate);
        Map<String, String> names = new LinkedHashMap<>();
        found.forEach((parameter, gradient) -> names.put(parameter, gradient.name()));
        return compute(batch, values, names, Map.of("weights:" + output, weighting));
    }

    private Map<String, SDVariable> differentiate(String output) {
        SDVariable variable = outputs.get(output);
        SDVariable weights = context.graph().placeHolder("weights:" + output, context.type(), -1);
        SDVariable objective = variable.reshape(-1).mul(weights).sum();
        return Differentiator.gradients(objective, trained(), gradientStops);
    }

    private Map<String, Output> compute(int batch, List<double[]> values, Map<String, String> names) {
        return compute(batch, values, names, Map.of());
    }

    private Map<String, Output> compute(
            int batch, List<double[]> values, Map<String, String> names, Map<String, INDArray> extra) {
        Map<String, INDArray> bindings = new HashMap<>(extra);
        context.parameters().forEach(spec -> bindings.put(spec.name(), store.view(spec.name())));
        for (int i = 0; i < inputs.size(); i++) {
            Tensor input = inputs.get(i);
            bindings.put(
                    input.variable().name(),
                    Nd4j.createFromArray(values.get(i))
                            .reshape('c', input.spec().batched(batch)));
        }
        for (GraphContext.NoiseSource source : context.noises()) {
            INDArray array = Nd4j.create(context.type(), source.perExample().batched(batch));
            noise.fill(source, array, 0, 0);
            bindings.put(source.name(), array);
        }
        try (Plan plan = PlanCompiler.compile(
                PlanSpec.of(context.graph(), names.values(), bindings, batch, context.perExample()))) {
            plan.run();
            Map<String, Output> results = new LinkedHashMap<>();
            names.forEach((name, variable) -> {
                INDArray array = plan.output(variable);
                results.put(
                        name, new Output(array.shape(), array.dup('c').data().asDouble()));
            });
            return results;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
