package dev.diabolo.config;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import java.util.List;
import java.util.Optional;

/** What the configuration needs to know of the components that there are. */
public interface ComponentSchemas {
    /**
     * The options of a component, or empty where there is none of that id. May throw where the id exists but can't be
     * used; such an error is passed on as it is.
     */
    Optional<OptionSchema> schema(ComponentKind<?> kind, ComponentId id);

    /** The ids of every usable component of a kind. */
    List<ComponentId> available(ComponentKind<?> kind);
}
