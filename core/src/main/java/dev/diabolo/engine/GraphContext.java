package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A graph under construction, and all that was made in it. Parameters, data and noise are placeholders of the graph, so
 * that a plan can bind them to arrays of its own. Used by one thread.
 */
final class GraphContext {
    private final SameDiff graph = SameDiff.create();
    private final DataType type;
    private final boolean training;
    private final Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
    private final Map<String, NoiseSource> noises = new LinkedHashMap<>();
    private final Map<String, SDVariable> inputs = new LinkedHashMap<>();
    private final Map<String, RunNumber> numbers = new LinkedHashMap<>();
    private final Map<String, String> gradientScales = new LinkedHashMap<>();
    private final Map<String, String> assignments = new LinkedHashMap<>();
    private final Set<String> gradientStops = new LinkedHashSet<>();
    private final Set<String> couplings = new LinkedHashSet<>();
    /** Parameters of other groups that a group's components use. */
    private final Map<String, Set<String>> borrowed = new HashMap<>();

    private final Set<String> complete = new HashSet<>();
    private @Nullable TensorSpec tail;

    /** A placeholder that the engine fills with random values. */
    record NoiseSource(String name, NoiseKind kind, TensorSpec perExample) {
        /** Whether it was made in a scope, or in one within it. */
        boolean isOf(String scope) {
            return name.startsWith(scope + "/");
        }
    }

    GraphContext(DataType type, boolean training) {
        this.type = type;
        this.training = training;
    }

    SameDiff graph() {
        return graph;
    }

    DataType type() {
        return type;
    }

    boolean training() {
        return training;
    }

    /** A scope for one component: names begin with {@code path}, parameters belong to {@code group}. */
    Scope scope(String path, String group) {
        return new Scope(this, path, group);
    }

    /**
     * A scope in which each example has several rows, one behind the other.
     *
     * @param copies rows of each example
     */
    Scope scope(String path, String group, int copies) {
        return new Scope(this, path, group, copies);
    }

    /** A placeholder for a batch of data. */
    SDVariable input(String name, TensorSpec spec) {
        SDVariable input = graph.placeHolder(name, type, spec.batched(-1));
        inputs.put(name, input);
        return input;
    }

    /** The placeholder of what rows have behind the data: the existing one, or a new one. */
    SDVariable tail(TensorSpec spec) {
        SDVariable existing = inputs.get(ModelGraph.TAIL);
        if (existing != null) {
            return existing;
        }
        tail = spec;
        return input(ModelGraph.TAIL, spec);
    }

    /** The shape of what a row has behind the data; empty where that is nothing. */
    Optional<TensorSpec> tail() {
        return Optional.ofNullable(tail);
    }

    /** A placeholder for one number that changes from step to step. */
    SDVariable scalar(String name) {
        SDVariable input = graph.placeHolder(name, type);
        inputs.put(name, input);
        return input;
    }

    /** A placeholder for a number that the run determines: the existing one of this name, or a new one. */
    SDVariable number(String name, RunNumber number) {
        RunNumber existing = numbers.putIfAbsent(name, number);
        if (existing == null) {
            return scalar(name);
        }
        if (!existing.equals(number)) {
            throw DiaboloException.plugin(
                    "graph.schedule-redefined",
                    Problem.of("'" + name + "' exists with another schedule").remedy("give it another name"));
        }
        return graph.getVariable(name);
    }

    SDVariable parameter(ParameterSpec spec) {
        ParameterSpec existing = parameters.get(spec.name());
        if (existing != null) {
            if (!existing.sameShape(spec.shape()) || !existing.group().equals(spec.group())) {
                throw DiaboloException.plugin(
                        "graph.parameter-redefined",
                        Problem.of("parameter '" + spec.name() + "' exists with shape "
                                        + Arrays.toString(existing.shape()) + " in group '" + existing.group()
                                        + "' and was asked for again with shape " + Arrays.toString(spec.shape())
                                        + " in group '" + spec.group() + "'")
                                .remedy("give it another name, or share it with its own shape"));
            }
            return graph.getVariable(spec.name());
        }
        parameters.put(spec.name(), spec);
        return graph.placeHolder(spec.name(), type, spec.shape());
    }

    /** Says that an owner of parameters to share has made them all. */
    void complete(String owner) {
        complete.add(owner);
    }

    /** A parameter of an owner's: as it made it, or where this graph begins behind the owner, as it would. */
    SDVariable shared(String owner, ParameterSpec spec, String borrower, String group) {
        ParameterSpec existing = parameters.get(spec.name());
        boolean missing = existing == null && complete.contains(owner);
        if (missing || existing != null && !existing.sameShape(spec.shape())) {
            throw DiaboloException.user(
                    "graph.nothing-to-share",
                    Problem.of("it shares the parameter '" + spec.name() + "' of shape " + Arrays.toString(spec.shape())
                                    + ", which the " + owner + " does not have")
                            .at(borrower)
                            .allowed(describe(owner))
                            .remedy("use components that mirror each other, or share no parameters"));
        }
        borrowed.computeIfAbsent(group, none -> new HashSet<>()).add(spec.name());
        return existing == null ? parameter(spec) : graph.getVariable(spec.name());
    }

    /** The trained parameters that a group's components use: its own, and those that others share with it. */
    List<SDVariable> usedBy(String group) {
        Set<String> shared = borrowed.getOrDefault(group, Set.of());
        return parameters.values().stream()
                .filter(spec -> spec.group().equals(group) || shared.contains(spec.name()))
                .map(spec -> graph.getVariable(spec.name()))
                .toList();
    }

    private String describe(String owner) {
        String found = parameters.values().stream()
                .filter(spec -> spec.name().startsWith(owner + "/"))
                .map(spec -> spec.name() + " " + Arrays.toString(spec.shape()))
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "nothing, the " + owner + " has no parameters" : found;
    }

    SDVariable noise(NoiseSource source) {
        NoiseSource existing = noises.putIfAbsent(source.name(), source);
        if (existing != null) {
            if (!existing.equals(source)) {
                throw DiaboloException.plugin(
                        "graph.noise-redefined",
                        Problem.of("noise '" + source.name() + "' exists with another shape or distribution")
                                .remedy("give it another name"));
            }
            return graph.getVariable(source.name());
        }
        return graph.placeHolder(source.name(), type, source.perExample().batched(-1));
    }

    void assign(String buffer, SDVariable value) {
        ParameterSpec spec = parameters.get(buffer);
        if (spec == null || !spec.group().equals(ParameterSpec.BUFFERS)) {
            throw DiaboloException.plugin(
                    "graph.assign-to-no-buffer",
                    Problem.of("'" + buffer + "' is assigned to but is no buffer")
                            .remedy("make it with GraphScope.buffer"));
        }
        // A loss may make further passes, of spoilt data or of other codes; a component's first is that of the data.
        assignments.putIfAbsent(buffer, value.name());
    }

    SDVariable stopGradient(SDVariable value) {
        SDVariable stopped = graph.identity(value);
        gradientStops.add(stopped.name());
        return stopped;
    }

    void scaleGradient(SDVariable value, SDVariable factor) {
        if (gradientScales.putIfAbsent(value.name(), factor.name()) != null) {
            throw DiaboloException.plugin(
                    "graph.gradient-scaled-twice",
                    Problem.of("the gradient of '" + value.name() + "' is scaled twice")
                            .remedy("multiply the factors, and scale it once"));
        }
    }

    void couple(String reason) {
        couplings.add(reason);
    }

    List<ParameterSpec> parameters() {
        return List.copyOf(parameters.values());
    }

    /** The placeholders whose rows are the examples of a batch: inputs and noise. */
    Set<String> perExample() {
        Set<String> names = new HashSet<>(noises.keySet());
        inputs.forEach((name, variable) -> {
            long[] shape = variable.placeholderShape();
            if (shape != null && shape.length > 0) {
                names.add(name);
            }
        });
        return names;
    }

    List<NoiseSource> noises() {
        return List.copyOf(noises.values());
    }

    /** Buffer name to the name of the variable that holds its next value. */
    Map<String, String> assignments() {
        return assignments;
    }

    /** The numbers that the run determines, by placeholder. */
    Map<String, RunNumber> numbers() {
        return numbers;
    }

    /** Variable name to the name of what its gradient is multiplied by. */
    Map<String, String> gradientScales() {
        return gradientScales;
    }

    Set<String> gradientStops() {
        return gradientStops;
    }

    /** Why examples of a batch depend on each other; empty where they don't. */
    Set<String> couplings() {
        return couplings;
    }

    /** Refuses variables and placeholders that were made behind the scope's back. */
    void verify() {
        for (SDVariable variable : graph.variables()) {
            boolean known = parameters.containsKey(variable.name())
                    || noises.containsKey(variable.name())
                    || inputs.containsKey(variable.name());
            boolean holdsValues = variable.getVariableType() == VariableType.VARIABLE
                    || variable.getVariableType() == VariableType.PLACEHOLDER;
            if (holdsValues && !known) {
                throw DiaboloException.plugin(
                        "graph.bare-variable",
                        Problem.of("variable '" + variable.name() + "' was made on the graph itself")
                                .remedy("make it with parameter, buffer or noise of GraphScope"));
            }
        }
    }
}
