package dev.diabolo.engine;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Builds components, in float64 unless told otherwise, and runs them on given values: what contract tests look through.
 * Goes the same way as training, from scope to differentiated graph to plan. Owns native memory until closed; for one
 * thread.
 */
public final class GraphProbe implements AutoCloseable {
    private final GraphContext context;
    private final List<Tensor> inputs;
    private final Map<String, SDVariable> outputs;
    private final ParameterStore store;
    private NoiseFiller noise;
    private final Map<String, Map<String, SDVariable>> gradients = new HashMap<>();
    private final Set<String> gradientStops;
    private final Map<Shape, Compiled> compiled = new HashMap<>();

    /** The type of every number in a graph. */
    public enum Precision {
        /** float32, as in use. */
        SINGLE(DataType.FLOAT),
        /** float64, where gradients are checked. */
        DOUBLE(DataType.DOUBLE);

        private final DataType type;

        Precision(DataType type) {
            this.type = type;
        }
    }

    private record Shape(int batch, Set<String> variables, int weights) {}

    private record Compiled(Plan plan, List<INDArray> inputs, INDArray weights) {}

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
        return of(Precision.DOUBLE, training, seed, shapes, build);
    }

    /** As {@link #of(boolean, long, List, Build)}, in a precision of choice. */
    public static GraphProbe of(
            Precision precision, boolean training, long seed, List<TensorSpec> shapes, Build build) {
        Backend.load();
        GraphContext context = new GraphContext(precision.type, training);
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            inputs.add(new Tensor(context.input("input-" + i, shapes.get(i)), shapes.get(i)));
        }
        Map<String, SDVariable> outputs = build.build(context.scope("probe", "probe"), inputs);
        return new GraphProbe(context, inputs, outputs, seed);
    }

    /**
     * Probes a whole model: one input, the data, and of models with labels or conditions a second, these; outputs {@code code}, {@code reconstruction} and {@code term:NAME} for each
     * term of its loss.
     */
    public static GraphProbe of(boolean training, long seed, ModelDefinition model) {
        return of(Precision.DOUBLE, training, seed, model);
    }

    /** As {@link #of(boolean, long, ModelDefinition)}, in a precision of choice. */
    public static GraphProbe of(Precision precision, boolean training, long seed, ModelDefinition model) {
        Backend.load();
        ModelGraph graph = new ModelGraph(model, precision.type, training);
        Tensor data = graph.data();
        ForwardPass pass = graph.forward(data);
        Map<String, SDVariable> outputs = new LinkedHashMap<>();
        outputs.put("code", pass.latent().mode().variable());
        outputs.put("reconstruction", pass.reconstruction().mean().variable());
        graph.terms(pass).forEach((term, value) -> outputs.put("term:" + term, value));
        List<Tensor> inputs = new ArrayList<>(List.of(data));
        graph.tail().ifPresent(inputs::add);
        return new GraphProbe(graph.context(), inputs, outputs, seed);
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

    /** A parameter's number of dimensions. */
    public int rank(String parameter) {
        return store.view(parameter).rank();
    }

    /** The names of the noises that were asked for, but for those that only the next values of buffers depend on. */
    public Set<String> noises() {
        Set<String> names = new HashSet<>(names(context.noises()));
        Set<String> ofBuffers =
                names(PlanCompiler.used(context.graph(), context.assignments().values(), context.noises()));
        List<String> results = outputs.values().stream().map(SDVariable::name).toList();
        ofBuffers.removeAll(names(PlanCompiler.used(context.graph(), results, context.noises())));
        names.removeAll(ofBuffers);
        return names;
    }

    private static Set<String> names(List<GraphContext.NoiseSource> noises) {
        return noises.stream().map(GraphContext.NoiseSource::name).collect(Collectors.toSet());
    }

    /** The names of the inputs, in the order of their shapes. */
    public List<String> inputs() {
        return inputs.stream().map(input -> input.variable().name()).toList();
    }

    /** Draws the noise of later runs from another seed; parameters stay. */
    public void reseed(long seed) {
        noise = new NoiseFiller(new RandomStreams(seed));
        forget();
    }

    /** A parameter's values; a copy. */
    public double[] parameter(String name) {
        return store.view(name).dup('c').data().asDouble();
    }

    /** Changes one value of a parameter. */
    public void set(String parameter, int index, double value) {
        INDArray view = store.view(parameter);
        view.reshape('c', new long[] {view.length()}).putScalar(index, value);
    }

    /** Changes every value of a parameter. */
    public void set(String parameter, double[] values) {
        write(store.view(parameter), values);
    }

    /** An output's shape and values. */
    public record Output(long[] shape, double[] values) {}

    /**
     * Computes the outputs. Everything but parameters and values stays the same from run to run, noise too.
     *
     * @param batch number of examples
     * @param values for each input, {@code batch} examples end to end
     */
    public Map<String, Output> run(int batch, List<double[]> values) {
        Map<String, String> names = new LinkedHashMap<>();
        outputs.forEach((name, variable) -> names.put(name, variable.name()));
        return compute(batch, values, names, "", new double[0]);
    }

    /** Computes the next values of the buffers, by name, that a step of training on these values would replace. */
    public Map<String, Output> nextBuffers(int batch, List<double[]> values) {
        return compute(batch, values, context.assignments(), "", new double[0]);
    }

    /**
     * Computes the gradients of the sum of an output, weighted.
     *
     * @param output its name
     * @param weights one for each value of the output
     * @return the gradient of each parameter and input that the output depends on
     */
    public Map<String, Output> gradients(String output, double[] weights, int batch, List<double[]> values) {
        Map<String, SDVariable> found = gradients.computeIfAbsent(output, this::differentiate);
        Map<String, String> names = new LinkedHashMap<>();
        found.forEach((parameter, gradient) -> names.put(parameter, gradient.name()));
        return compute(batch, values, names, "weights:" + output, weights);
    }

    private Map<String, SDVariable> differentiate(String output) {
        SDVariable variable = outputs.get(output);
        SDVariable weights = context.graph().placeHolder("weights:" + output, context.type(), -1);
        SDVariable objective = variable.reshape(-1).mul(weights).sum();
        List<String> wanted = new ArrayList<>(trained());
        wanted.addAll(inputs());
        return Differentiator.gradients(objective, wanted, gradientStops, context.gradientScales());
    }

    private Map<String, Output> compute(
            int batch, List<double[]> values, Map<String, String> names, String weightsName, double[] weights) {
        Shape shape = new Shape(batch, Set.copyOf(names.values()), weights.length);
        Compiled ready = compiled.computeIfAbsent(shape, missing -> compile(missing, weightsName));
        for (int i = 0; i < inputs.size(); i++) {
            write(ready.inputs().get(i), values.get(i));
        }
        write(ready.weights(), weights);
        ready.plan().run();
        Map<String, Output> results = new LinkedHashMap<>();
        names.forEach((name, variable) -> {
            INDArray array = ready.plan().output(variable);
            results.put(name, new Output(array.shape(), array.dup('c').data().asDouble()));
        });
        return results;
    }

    private Compiled compile(Shape shape, String weightsName) {
        Map<String, INDArray> bindings = new HashMap<>();
        context.parameters().forEach(spec -> bindings.put(spec.name(), store.view(spec.name())));
        List<INDArray> arrays = new ArrayList<>();
        for (Tensor input : inputs) {
            INDArray array = Nd4j.create(context.type(), input.spec().batched(shape.batch()));
            bindings.put(input.variable().name(), array);
            arrays.add(array);
        }
        for (GraphContext.NoiseSource source : context.noises()) {
            InputArray array =
                    new InputArray(context.type(), source.perExample().batched(shape.batch()));
            noise.fill(source, array, 0, 0);
            bindings.put(source.name(), array.array());
        }
        // As at the end of training, on data of this one batch.
        RunNumber.Conditions conditions = new RunNumber.Conditions(Moment.END, shape.batch());
        context.numbers()
                .forEach((name, number) -> bindings.put(name, Nd4j.scalar(context.type(), number.at(conditions))));
        INDArray weights = Nd4j.create(context.type(), Math.max(1, shape.weights()));
        bindings.put(weightsName, weights);
        return new Compiled(
                PlanCompiler.compile(
                        PlanSpec.of(context.graph(), shape.variables(), bindings, shape.batch(), context.perExample())),
                arrays,
                weights);
    }

    private static void write(INDArray array, double[] values) {
        if (values.length > 0) {
            array.assign(Nd4j.createFromArray(values).reshape('c', array.shape()));
        }
    }

    private void forget() {
        compiled.values().forEach(ready -> {
            ready.plan().close();
            ready.inputs().forEach(INDArray::close);
            ready.weights().close();
        });
        compiled.clear();
    }

    @Override
    public void close() {
        forget();
        store.close();
    }
}
