package dev.diabolo.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.diabolo.plugin.Catalog;
import dev.diabolo.plugin.ExportFormats;
import dev.diabolo.plugin.Recipes;
import jakarta.inject.Singleton;

/** The plugins and recipes that a class loader finds. */
final class PluginModule extends AbstractModule {
    private final ClassLoader plugins;

    PluginModule(ClassLoader plugins) {
        this.plugins = plugins;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
    }

    @Provides
    @Singleton
    Catalog catalog() {
        return Catalog.discover(plugins);
    }

    @Provides
    @Singleton
    Recipes recipes() {
        return Recipes.discover(plugins);
    }

    @Provides
    @Singleton
    ExportFormats exports() {
        return ExportFormats.discover(plugins);
    }
}
