package dev.diabolo.config;

import dev.diabolo.options.NearestName;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.configuration2.interpol.ConfigurationInterpolator;

/**
 * Replaces {@code ${key}} by another key's value and {@code ${reverse:key}} by its reverse. A value that is one
 * reference and nothing else takes the other's value as it is, a list as a list. Nothing else that Commons Configuration
 * could look up (environment, system properties, files, scripts, network) is registered.
 */
final class Interpolation {
    /** In characters or elements; references to references could otherwise double a value at each step. */
    private static final int LONGEST = 4096;

    private static final int MOST_STEPS = 32;

    private final MergedLayers merged;
    private final ConfigurationInterpolator interpolator = new ConfigurationInterpolator();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final Map<String, Object> resolved = new HashMap<>();

    /** Says why a value could not be had. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        private Failure(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    Interpolation(MergedLayers merged) {
        this.merged = merged;
        interpolator.registerLookup("reverse", key -> reversed(resolve(key)));
        interpolator.addDefaultLookup(this::resolve);
        interpolator.setStringConverter(Interpolation::text);
    }

    /**
     * The value of a key, free of references.
     *
     * @throws Failure where it has none, or refers to what has none, or to itself
     */
    Object resolve(String key) {
        Object known = resolved.get(key);
        if (known != null) {
            return known;
        }
        if (!underWay.add(key)) {
            throw new Failure(Problem.of("it refers to itself: " + String.join(" -> ", underWay) + " -> " + key)
                    .remedy("give one of these keys a value of its own"));
        }
        try {
            if (underWay.size() > MOST_STEPS) {
                throw new Failure(Problem.of("it takes more than " + MOST_STEPS + " references to find its value"));
            }
            Setting setting = merged.get(key).orElseThrow(() -> missing(key));
            if (setting.value() == null) {
                throw new Failure(Problem.of("it has no value"));
            }
            Object value = setting.literal() ? setting.value() : interpolate(setting.value());
            resolved.put(key, value);
            return value;
        } finally {
            underWay.remove(key);
        }
    }

    private Object interpolate(Object value) {
        Object result = value instanceof List<?> list ? elements(list) : interpolateText(value.toString());
        int size =
                result instanceof List<?> list ? list.size() : result.toString().length();
        if (!result.equals(value) && size > LONGEST) {
            throw new Failure(Problem.of("what it refers to makes it longer than " + LONGEST));
        }
        return result;
    }

    private List<Object> elements(List<?> list) {
        List<Object> elements = new ArrayList<>();
        for (Object element : list) {
            if (interpolateText(element.toString()) instanceof List<?> spliced) {
                elements.addAll(spliced);
            } else {
                elements.add(interpolateText(element.toString()));
            }
        }
        return elements;
    }

    private Object interpolateText(String text) {
        if (text.contains("${") && text.length() > LONGEST) {
            throw new Failure(Problem.of("a text with references may not be longer than " + LONGEST));
        }
        return interpolator.interpolate(text);
    }

    private static List<?> reversed(Object value) {
        List<Object> elements = new ArrayList<>(value instanceof List<?> list ? list : split(value.toString()));
        Collections.reverse(elements);
        return elements;
    }

    private static List<String> split(String text) {
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return inner.isBlank()
                ? List.of()
                : List.of(inner.split(",", -1)).stream().map(String::strip).toList();
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                : value.toString();
    }

    private Failure missing(String key) {
        if (key.contains(":")) {
            return new Failure(Problem.of("'${" + key + "}' is not understood").allowed("${key}, ${reverse:key}"));
        }
        return new Failure(Problem.of("it refers to '" + key + "', which has no value")
                .remedy(NearestName.of(key, merged.keys())
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("give '" + key + "' a value, or this key one of its own")));
    }
}
