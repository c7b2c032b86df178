package dev.diabolo.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the next step of a training run depends on, as named numbers and arrays: what is left is bit-identical to a run that was
 * never interrupted. For one thread.
 */
public final class RunState {
    private final Map<String, Double> numbers;
    private final Map<String, ParameterValues> arrays = new LinkedHashMap<>();

    RunState() {
        this.numbers = new LinkedHashMap<>();
    }

    /** A state that was saved. */
    public RunState(Map<String, Double> numbers, List<ParameterValues> arrays) {
        this.numbers = new LinkedHashMap<>(numbers);
        arrays.forEach(array -> this.arrays.put(array.name(), array));
    }

    /** In the order in which they were noted. */
    public Map<String, Double> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    /** In the order in which they were noted. */
    public List<ParameterValues> arrays() {
        return List.copyOf(arrays.values());
    }

    /** The epoch that is under way, from 1. */
    public int epoch() {
        return (int) whole("epoch");
    }

    void put(String name, double number) {
        numbers.put(name, number);
    }

    void put(String name, float[] values) {
        arrays.put(name, new ParameterValues(name, new long[] {values.length}, values));
    }

    /** Arrays under names of their own. */
    void put(String prefix, List<ParameterValues> values) {
        values.forEach(value -> arrays.put(
                prefix + value.name(), new ParameterValues(prefix + value.name(), value.shape(), value.values())));
    }

    void put(String prefix, Map<String, Double> named) {
        named.forEach((name, number) -> numbers.put(prefix + name, number));
    }

    boolean has(String name) {
        return numbers.containsKey(name) || arrays.containsKey(name);
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException where there is none of that name: the state is of another run
     */
    double number(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw missing(name);
        }
        return number;
    }

    long whole(String name) {
        return (long) number(name);
    }

    /** As {@link #number}, of an array. */
    float[] array(String name) {
        ParameterValues array = arrays.get(name);
        if (array == null) {
            throw missing(name);
        }
        return array.values();
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("the state of the run has no '" + name + "'");
    }

    /** The numbers whose names begin so, by what follows. */
    Map<String, Double> numbers(String prefix) {
        Map<String, Double> found = new LinkedHashMap<>();
        numbers.forEach((name, number) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), number);
            }
        });
        return found;
    }

    /** The arrays whose names begin so, by what follows. */
    List<ParameterValues> arrays(String prefix) {
        return arrays.values().stream()
                .filter(array -> array.name().startsWith(prefix))
                .map(array ->
                        new ParameterValues(array.name().substring(prefix.length()), array.shape(), array.values()))
                .toList();
    }
}
