package dev.diabolo.spi;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.regex.Pattern;

/**
 * A component's name: {@code namespace.name}, both {@code [a-z][a-z0-9-]*}. It is stored in every model that uses the
 * component, so it never changes. The namespaces {@code diabolo}, {@code vanilla}, {@code vae} and {@code adversarial}
 * are reserved.
 *
 * @param namespace the plugin's namespace
 * @param name the component's name within it
 */
public record ComponentId(String namespace, String name) implements Comparable<ComponentId> {
    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9-]*");

    public ComponentId {
        if (!PART.matcher(namespace).matches() || !PART.matcher(name).matches()) {
            throw invalid(namespace + "." + name);
        }
    }

    /**
     * Reads {@code namespace.name}.
     *
     * @throws DiaboloException (USER) where the text has another form
     */
    public static ComponentId of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw invalid(text);
        }
        return new ComponentId(text.substring(0, dot), text.substring(dot + 1));
    }

    private static DiaboloException invalid(String text) {
        return DiaboloException.user(
                "component.invalid-id",
                Problem.of("'" + text + "' is not a component id")
                        .allowed("namespace.name, both of lower-case letters, digits and hyphens, a letter first"));
    }

    @Override
    public int compareTo(ComponentId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return namespace + "." + name;
    }
}
