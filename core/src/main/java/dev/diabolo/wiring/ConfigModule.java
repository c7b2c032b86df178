package dev.diabolo.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.diabolo.config.ComponentSchemas;
import dev.diabolo.config.Configurer;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.plugin.Catalog;
import dev.diabolo.plugin.ComponentEntry;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Configurations, whose components come from the catalog. */
final class ConfigModule extends AbstractModule {
    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
    }

    @Provides
    @Singleton
    Configurer configurer(Catalog catalog) {
        return new Configurer(new CatalogSchemas(catalog));
    }

    private record CatalogSchemas(Catalog catalog) implements ComponentSchemas {
        @Override
        public Optional<OptionSchema> schema(ComponentKind<?> kind, ComponentId id) {
            var found = catalog.find(kind, id);
            if (found.isEmpty()) {
                catalog.brokenInstead(kind, id).ifPresent(broken -> {
                    throw broken;
                });
            }
            return found.map(ComponentEntry::schema);
        }

        @Override
        public List<ComponentId> available(ComponentKind<?> kind) {
            return catalog.entries(kind).stream()
                    .<ComponentId>map(ComponentEntry::id)
                    .toList();
        }
    }
}
