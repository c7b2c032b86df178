package dev.diabolo.config;

import dev.diabolo.spi.ComponentKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration that was checked.
 *
 * @param root the options of the run itself
 * @param components one of each kind, of optional kinds at most one, in the order of {@link ComponentKind#ALL}
 * @param effective every key with its plain value, defaults included, without variables: what a model file stores; given
 *     to {@link Layer#values} it configures equal records
 * @param variables the recipe's variables with their values
 * @param origins where the value of each effective key was written: a file and line, a variable, {@code --set}, a recipe,
 *     or {@code the default}
 * @param summary the recipe's own summary, or empty
 * @param warnings what is understood but should be changed, such as former names of keys
 * @param <R> the record of the run's own options
 */
public record RunConfiguration<R extends Record>(
        R root,
        List<ConfiguredComponent> components,
        Map<String, Object> effective,
        Map<String, Object> variables,
        Map<String, String> origins,
        String summary,
        List<String> warnings) {

    public RunConfiguration {
        components = List.copyOf(components);
        effective = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        warnings = List.copyOf(warnings);
    }

    /** The component of a kind. */
    public ConfiguredComponent component(ComponentKind<?> kind) {
        return find(kind).orElseThrow(() -> new IllegalArgumentException("not a kind of every model: " + kind));
    }

    /** The component of a kind that a model may do without; empty where it does. */
    public Optional<ConfiguredComponent> find(ComponentKind<?> kind) {
        return components.stream()
                .filter(component -> component.kind().equals(kind))
                .findFirst();
    }
}
