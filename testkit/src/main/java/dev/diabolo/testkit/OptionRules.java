package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.options.Binding;
import dev.diabolo.options.OptionField;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.options.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What options records are tested for, with values made from their annotations. */
final class OptionRules {
    private OptionRules() {}

    static void numbersAreBounded(OptionSchema schema) {
        for (OptionField field : schema.fields()) {
            if (!isNumber(field)) {
                continue;
            }
            assertThat(field.range().unbounded())
                    .as("'%s' has no bound", field.key())
                    .isFalse();
            for (Object beyond : beyond(field)) {
                Binding binding = schema.bind(Map.of(field.key(), value(field, beyond)));
                assertThat(binding.problems())
                        .as("%s = %s, beyond its bound", field.key(), beyond)
                        .containsKey(field.key());
            }
        }
    }

    static void mistypedNamesAreRefused(OptionSchema schema) {
        assertThat(schema.bind(Map.of("no-such-option", 1)).problems()).containsKey("no-such-option");
        for (String key : schema.keys()) {
            for (String slip : List.of(key + key.charAt(key.length() - 1), key + "s")) {
                Binding binding = schema.bind(Map.of(slip, 1));
                assertThat(binding.problems())
                        .as("'%s' instead of '%s'", slip, key)
                        .containsKey(slip);
                assertThat(binding.problems().get(slip).remedy())
                        .as("what is proposed instead of '%s'", slip)
                        .contains("'" + key + "'");
            }
        }
    }

    static void survivesWriting(OptionSchema schema, Map<String, ?> values) {
        Binding binding = schema.bind(values);
        assertThat(binding.problems()).as("%s", values).isEmpty();
        Record options = schema.create(binding.values());
        Map<String, Object> written = schema.values(options);
        assertThat(schema.read(written)).as("%s, written and read", values).isEqualTo(options);
    }

    /** For every option, each value at the edge of what is allowed; the others at their defaults. */
    static List<Map<String, Object>> boundaries(OptionSchema schema) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (OptionField field : schema.fields()) {
            for (Object edge : edges(field)) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put(field.key(), value(field, edge));
                all.add(values);
            }
            if (field.isList() && (isNumber(field) || !field.range().boundedBelow())) {
                all.add(Map.of(field.key(), List.of()));
            }
        }
        return all;
    }

    private static List<Object> edges(OptionField field) {
        if (isNumber(field)) {
            return numbers(field, true);
        }
        if (field.elementType() == boolean.class || field.elementType() == Boolean.class) {
            return List.of(true, false);
        }
        return List.copyOf(field.choices());
    }

    private static List<Object> beyond(OptionField field) {
        return numbers(field, false);
    }

    /** The last numbers within, or the first beyond, each of the bounds there are. */
    private static List<Object> numbers(OptionField field, boolean within) {
        Range range = field.range();
        List<Object> numbers = new ArrayList<>();
        if (range.boundedBelow()) {
            numbers.add(step(field, range.min(), within == range.minExclusive(), 1));
        }
        if (range.boundedAbove()) {
            numbers.add(step(field, range.max(), within == range.maxExclusive(), -1));
        }
        return numbers;
    }

    /**
     * The bound itself or its neighbour.
     *
     * @param step whether the bound itself is not the number that is asked for
     * @param inwards +1 from a lower bound, -1 from an upper one
     */
    private static Object step(OptionField field, double bound, boolean step, int inwards) {
        boolean exclusive =
                inwards > 0 ? field.range().minExclusive() : field.range().maxExclusive();
        // An exclusive bound is left to the inside, an inclusive one to the outside.
        int direction = exclusive ? inwards : -inwards;
        if (isWhole(field)) {
            long whole = inwards > 0 ? (long) Math.ceil(bound) : (long) Math.floor(bound);
            return step ? whole + direction : whole;
        }
        double next = direction > 0 ? Math.nextUp(bound) : Math.nextDown(bound);
        return step ? next : bound;
    }

    private static Object value(OptionField field, Object scalar) {
        return field.isList() ? List.of(scalar) : scalar;
    }

    private static boolean isNumber(OptionField field) {
        return isWhole(field) || field.elementType() == double.class || field.elementType() == Double.class;
    }

    private static boolean isWhole(OptionField field) {
        return List.of(int.class, Integer.class, long.class, Long.class).contains(field.elementType());
    }
}
