package dev.diabolo.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.diabolo.spi.data.Reading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param warnings that were given while it was trained, in order
 */
public record ModelDocument(
        int format,
        String recipe,
        Map<String, Object> options,
        List<Component> components,
        Data data,
        Provenance provenance,
        Map<String, Double> metrics,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings) {
    /** The version of the format that this code writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    public ModelDocument {
        require(recipe, "recipe");
        require(data, "data");
        require(provenance, "provenance");
        options = Collections.unmodifiableMap(new LinkedHashMap<>(require(options, "options")));
        components = elements(components, "components");
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(require(metrics, "metrics")));
        metrics.forEach((name, value) -> require(value, "metrics." + name));
        warnings = warnings == null ? List.of() : elements(warnings, "warnings");
    }

    /** Of the same run, some epochs later. */
    public ModelDocument after(
            int epochs, int bestEpoch, long steps, Map<String, Double> achieved, List<Warning> given) {
        Provenance later = new Provenance(
                provenance.seed(),
                provenance.source(),
                provenance.fingerprint(),
                provenance.examples(),
                epochs,
                bestEpoch,
                steps,
                provenance.diabolo(),
                provenance.java());
        return new ModelDocument(format, recipe, options, components, data, later, achieved, given);
    }

    private static <T> T require(@Nullable T value, String name) {
        return Objects.requireNonNull(value, () -> name + " is missing");
    }

    private static <T> List<T> elements(@Nullable List<T> values, String name) {
        require(values, name).forEach(element -> require(element, "an element of " + name));
        return List.copyOf(values);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * A component that the model is made of.
     *
     * @param kind {@code encoder}
     * @param id {@code vanilla.dense}
     * @param version of the plugin that provided it
     */
    public record Component(String kind, String id, String version) {
        public Component {
            require(kind, "kind");
            require(id, "id");
            require(version, "version");
        }
    }

    /**
     * A warning that was given while the model was trained.
     *
     * @param epoch counted from 1
     * @param code {@code adversarial.discriminator-wins}
     * @param message what was wrong, and what to change
     */
    public record Warning(int epoch, String code, String message) {
        public Warning {
            require(code, "code");
            require(message, "message");
        }
    }

    /**
     * A column that the model is conditioned on.
     *
     * @param name of the column
     * @param categories what it is one of; empty where it is a number, which is scaled as {@code (x - offset) * factor}
     * @param offset finite
     * @param factor finite and above 0
     */
    public record Condition(String name, List<String> categories, float offset, float factor) {
        public Condition {
            require(name, "name");
            categories = elements(categories, "categories");
            require(
                    Float.isFinite(offset) && Float.isFinite(factor) && factor > 0,
                    "(x - " + offset + ") * " + factor + " is no scaling of " + name);
        }
    }

    /**
     * What the model takes: values of a shape, scaled as {@code (x - offset) * factor}.
     *
     * @param shape of one example: at least one size, each at least 1
     * @param offset finite
     * @param factor finite and above 0
     * @param reading how the files were read that it learnt from; null where there was no choice
     * @param classes the labels that it knows, ascending; null where it is given none
     * @param conditions the columns that it is conditioned on; null where there are none
     * @param columns the names of an example's values; null where they have none
     */
    public record Data(
            List<Long> shape,
            float offset,
            float factor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Reading reading,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Integer> classes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Condition> conditions,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> columns) {
        public Data {
            shape = elements(shape, "shape");
            require(
                    !shape.isEmpty() && shape.stream().allMatch(size -> size >= 1),
                    "shape " + shape + " is not one of an example; its sizes are at least 1");
            require(Float.isFinite(offset), "offset " + offset + " is not finite");
            require(Float.isFinite(factor) && factor > 0, "factor " + factor + " is not finite and above 0");
            if (classes != null) {
                classes = elements(classes, "classes");
                require(!classes.isEmpty(), "classes are none");
            }
            if (conditions != null) {
                conditions = elements(conditions, "conditions");
                require(!conditions.isEmpty(), "conditions are none");
            }
            if (columns != null) {
                columns = elements(columns, "columns");
                long values = shape.stream().reduce(1L, (a, b) -> a * b);
                require(
                        columns.size() == values,
                        columns.size() + " columns are not the names of " + values + " values");
            }
        }

        /** The same, whatever the names of its values. */
        public Data named(@Nullable List<String> names) {
            return new Data(shape, offset, factor, reading, classes, conditions, names);
        }
    }

    /**
     * How the model came about.
     *
     * @param seed of all randomness
     * @param source what it learnt from, as the user named it
     * @param fingerprint SHA-256 of the training values, after scaling, in order, and of the held-out ones behind them; each example's label
     *     behind it where it has one
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
            String java) {
        public Provenance {
            require(source, "source");
            require(fingerprint, "fingerprint");
            require(diabolo, "diabolo");
            require(java, "java");
        }
    }
}
