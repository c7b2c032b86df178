package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Initialiser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters and buffers of one model: one flat native vector per group. Owns that memory until closed. Reading while
 * nothing trains is safe from any thread.
 */
final class ParameterStore implements AutoCloseable {
    /** A group lies in one buffer of less than 2 GB. */
    private static final int LARGEST_GROUP = (1 << 29) - 1;

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, FlatVector> groups = new LinkedHashMap<>();
    private final DataType type;

    /** Where one parameter lies. */
    record Slot(ParameterSpec spec, int offset) {}

    ParameterStore(DataType type, List<ParameterSpec> specs) {
        this.type = type;
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (ParameterSpec spec : specs) {
            int offset = sizes.getOrDefault(spec.group(), 0);
            slots.put(spec.name(), new Slot(spec, offset));
            sizes.put(spec.group(), requirePossible(spec, offset));
        }
        sizes.forEach((group, size) -> groups.put(group, new FlatVector(type, size)));
    }

    /** The group's size with one more parameter. */
    private static int requirePossible(ParameterSpec spec, int before) {
        double size = before;
        double own = 1;
        for (long dimension : spec.shape()) {
            own *= dimension;
        }
        if (size + own > LARGEST_GROUP) {
            throw DiaboloException.user(
                    "model.too-large",
                    Problem.of("parameter '" + spec.name() + "' of shape " + Arrays.toString(spec.shape())
                                    + " makes the group '" + spec.group() + "' larger than possible")
                            .allowed("at most " + LARGEST_GROUP + " parameters in a group")
                            .remedy("use narrower layers"));
        }
        return before + (int) own;
    }

    Iterable<Slot> slots() {
        return slots.values();
    }

    List<Slot> slots(String group) {
        return slots.values().stream()
                .filter(slot -> slot.spec().group().equals(group))
                .toList();
    }

    /** Those that have parameters, that of buffers included. */
    Set<String> groupIds() {
        return groups.keySet();
    }

    /** A store for as many parameters of the same names, all zero. */
    ParameterStore empty() {
        return new ParameterStore(type, slots.values().stream().map(Slot::spec).toList());
    }

    FlatVector group(String id) {
        FlatVector vector = groups.get(id);
        if (vector == null) {
            throw new IllegalArgumentException("no parameters in group " + id);
        }
        return vector;
    }

    ParameterSpec spec(String name) {
        return slot(name).spec();
    }

    private Slot slot(String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return slot;
    }

    boolean has(String name) {
        return slots.containsKey(name);
    }

    /** A parameter's array; shares the store's memory. */
    INDArray view(String name) {
        Slot slot = slot(name);
        return group(slot.spec().group()).view(slot.offset(), slot.spec().shape());
    }

    /** Replaces the values of one parameter or buffer. */
    void write(String name, float[] values) {
        Slot slot = slot(name);
        NativeArrays.write(group(slot.spec().group()).array(), slot.offset(), values);
    }

    /** Draws first values: each parameter's from its own stream, named after it. */
    void initialise(RandomStreams random) {
        for (Slot slot : slots.values()) {
            write(slot, first(slot.spec(), random));
        }
    }

    /** The parameters whose first values come from the data. */
    List<Slot> learntFromData() {
        return slots.values().stream()
                .filter(slot -> slot.spec().initialiser() instanceof Initialiser.OfMean)
                .toList();
    }

    /** Replaces the values of one parameter. */
    void write(Slot slot, float[] values) {
        NativeArrays.write(group(slot.spec().group()).array(), slot.offset(), values);
    }

    private static float[] first(ParameterSpec spec, RandomStreams random) {
        if (spec.initialiser() instanceof Initialiser.Given given) {
            float[] values = given.values().get();
            if (values.length != spec.size()) {
                throw DiaboloException.plugin(
                        "graph.given-values",
                        Problem.of("parameter '" + spec.name() + "' of shape " + Arrays.toString(spec.shape())
                                + " is given " + values.length + " values"));
            }
            return values;
        }
        SplittableRandom stream = random.stream("initial:" + spec.name());
        float[] values = new float[spec.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) draw(spec.initialiser(), stream);
        }
        return values;
    }

    private static double draw(Initialiser initialiser, SplittableRandom stream) {
        if (initialiser instanceof Initialiser.Uniform uniform) {
            return uniform.low() + (uniform.high() - uniform.low()) * stream.nextDouble();
        }
        if (initialiser instanceof Initialiser.Normal normal) {
            return normal.mean() + normal.standardDeviation() * stream.nextGaussian();
        }
        if (initialiser instanceof Initialiser.OfMean ofMean) {
            return ofMean.function().applyAsDouble(Initialiser.OfMean.WITHOUT_DATA);
        }
        return ((Initialiser.Constant) initialiser).value();
    }

    /** A copy of all values, in the order in which the model made them. */
    List<ParameterValues> values() {
        List<ParameterValues> values = new ArrayList<>();
        for (Slot slot : slots.values()) {
            float[] copy = new float[slot.spec().size()];
            NativeArrays.read(group(slot.spec().group()).array(), slot.offset(), copy);
            values.add(new ParameterValues(slot.spec().name(), slot.spec().shape(), copy));
        }
        return values;
    }

    /** The name of a parameter that holds NaN or infinity; empty where none does. */
    Optional<String> firstNotFinite() {
        return values().stream()
                .filter(parameter -> !finite(parameter.values()))
                .map(ParameterValues::name)
                .findFirst();
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Replaces all values.
     *
     * @throws DiaboloException (USER) where names or shapes are not this model's
     */
    void load(List<ParameterValues> values) {
        Map<String, ParameterValues> byName = new LinkedHashMap<>();
        values.forEach(value -> byName.put(value.name(), value));
        for (Slot slot : slots.values()) {
            ParameterValues value = byName.remove(slot.spec().name());
            if (value == null || !slot.spec().sameShape(value.shape())) {
                throw mismatch("parameter '" + slot.spec().name() + "' is missing or has another shape");
            }
            write(slot, value.values());
        }
        if (!byName.isEmpty()) {
            throw mismatch("parameters " + byName.keySet() + " belong to no component");
        }
    }

    private static DiaboloException mismatch(String what) {
        return DiaboloException.user(
                "model.parameters-mismatch",
                Problem.of(what).remedy("the model was made with another version of its plugins; use that version"));
    }

    DataType type() {
        return type;
    }

    @Override
    public void close() {
        groups.values().forEach(FlatVector::close);
    }
}
