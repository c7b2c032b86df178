package dev.diabolo.config;

import dev.diabolo.options.OptionField;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a configuration that sets up one component.
 *
 * @param kind the component's kind
 * @param id its id, or null where that could not be found out
 * @param schema its options, or null likewise
 * @param absent whether the model does without such a component
 */
record Section(
        ComponentKind<?> kind,
        @Nullable ComponentId id,
        @Nullable OptionSchema schema,
        boolean absent) {
    /** What is written in place of an id, so that a component of an optional kind is left out. */
    static final String NONE = "none";

    static Section undecided(ComponentKind<?> kind) {
        return new Section(kind, null, null, false);
    }

    static Section absent(ComponentKind<?> kind) {
        return new Section(kind, null, null, true);
    }

    static Section of(ComponentKind<?> kind, ComponentId id, OptionSchema schema) {
        return new Section(kind, id, schema, false);
    }

    boolean decided() {
        return schema != null || absent;
    }

    String prefix() {
        return kind.name() + ".";
    }

    String typeKey() {
        return prefix() + "type";
    }

    List<String> keys() {
        return schema == null
                ? List.of()
                : schema.keys().stream().map(key -> prefix() + key).toList();
    }

    Optional<String> renamed(String key) {
        return schema == null || !key.startsWith(prefix())
                ? Optional.empty()
                : schema.formerly(key.substring(prefix().length()))
                        .map(OptionField::key)
                        .map(name -> prefix() + name);
    }

    List<String> formerKeys() {
        return schema == null
                ? List.of()
                : schema.fields().stream()
                        .flatMap(field -> field.formerNames().stream())
                        .map(former -> prefix() + former)
                        .toList();
    }
}
