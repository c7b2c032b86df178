package dev.diabolo.config;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentKind;
import java.util.List;

/**
 * Makes a checked configuration of layers.
 *
 * <p>The keys are:
 *
 * <ul>
 *   <li>for each kind of component a section: {@code encoder.type} names the component, {@code encoder.hidden} and the
 *       like are its options;
 *   <li>the options of the run itself, at the top;
 *   <li>variables of the recipe, at the top: whatever a value of the recipe itself refers to as {@code ${latent}};
 *   <li>{@code summary}, what the recipe is about.
 * </ul>
 *
 * <p>{@code ${key}} takes the value of another key and {@code ${reverse:key}} its list in reverse. Both see every layer
 * and the defaults, so that a decoder may mirror an encoder that the user changed.
 *
 * <p>Where a layer above the recipe names another component for a section ({@code --set encoder.type=acme.other}), the
 * options that the recipe gave to its own component are dropped, and the defaults of the new one apply. What the user set
 * stays, and must be an option of the new one.
 */
public final class Configurer {
    private final ComponentSchemas components;

    public Configurer(ComponentSchemas components) {
        this.components = components;
    }

    /**
     * Merges layers, later ones winning, and binds them to records.
     *
     * @param layers in ascending order: recipe, files, environment, command line
     * @param root the record of the run's own options; none of its keys may be the name of a kind of component
     * @throws dev.diabolo.spi.error.DiaboloException (USER, {@code config.invalid}) with every problem at once, each with
     *     key, origin, what is allowed and what to do
     */
    public <R extends Record> RunConfiguration<R> configure(List<Layer> layers, Class<R> root) {
        OptionSchema schema = OptionSchema.of(root);
        for (ComponentKind<?> kind : ComponentKind.ALL) {
            if (schema.keys().stream().anyMatch(key -> key.equals(kind.name()) || key.startsWith(kind.name() + "."))) {
                throw new IllegalArgumentException(root.getName() + " has a key of the section " + kind);
            }
        }
        return new Configuring<>(components, root, schema, layers).run();
    }
}
