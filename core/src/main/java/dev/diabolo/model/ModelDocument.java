package dev.diabolo.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a model file says of its model, but for the parameters: the content of {@code model.json}.
 *
 * @param format the version of this description, {@link #FORMAT}
 * @param recipe the recipe's name
 * @param options every setting with its value, defaults included
 * @param components the components used
 * @param data what the model takes
 * @param provenance how the model came about
 * @param metrics what it achieved, by dotted names such as {@code validation.mse}
 */
public record ModelDocument(
        int format,
        String recipe,
        Map<String, Object> options,
        List<Component> components,
        Data data,
        Provenance provenance,
        Map<String, Double> metrics) {
    /** The version of the format that this code writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    public ModelDocument {
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
        components = List.copyOf(components);
        metrics = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * A component that the model is made of.
     *
     * @param kind {@code encoder}
     * @param id {@code vanilla.dense}
     * @param version of the plugin that provided it
     */
    public record Component(String kind, String id, String version) {}

    /**
     * What the model takes: values of a shape, scaled as {@code (x - offset) * factor}.
     *
     * @param shape of one example
     */
    public record Data(List<Long> shape, float offset, float factor) {
        public Data {
            shape = List.copyOf(shape);
        }
    }

    /**
     * How the model came about.
     *
     * @param seed of all randomness
     * @param source what it learnt from, as the user named it
     * @param fingerprint SHA-256 of the training values, after scaling, in order
     * @param examples how many it learnt from, without those held out
     * @param epochs passes that were completed
     * @param bestEpoch the pass whose parameters these are
     * @param steps training steps taken
     * @param diabolo version of Diabolo
     * @param java version of the virtual machine
     */
    public record Provenance(
            long seed,
            String source,
            String fingerprint,
            long examples,
            int epochs,
            int bestEpoch,
            long steps,
            String diabolo,
            String java) {}
}
