package dev.diabolo.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.diabolo.config.Configurer;
import dev.diabolo.data.DataSources;
import dev.diabolo.data.DownloadListener;
import dev.diabolo.plugin.Catalog;
import dev.diabolo.plugin.ExportFormats;
import dev.diabolo.plugin.Recipes;
import java.util.Map;

/**
 * What the public package is built on.
 *
 * @param catalog the plugins found
 * @param recipes the recipes found
 * @param configurer binds configurations to options
 * @param data opens data sets
 * @param exports formats of other frameworks
 */
public record Services(
        Catalog catalog, Recipes recipes, Configurer configurer, DataSources data, ExportFormats exports) {
    /**
     * Finds plugins and recipes and wires the rest.
     *
     * @param environment the variables to go by
     * @param plugins where plugins are looked for
     * @param downloads hears of downloads
     */
    public static Services assemble(Map<String, String> environment, ClassLoader plugins, DownloadListener downloads) {
        Injector injector = Guice.createInjector(
                Stage.PRODUCTION,
                new PluginModule(plugins),
                new ConfigModule(),
                new DataModule(environment, downloads));
        return new Services(
                injector.getInstance(Catalog.class),
                injector.getInstance(Recipes.class),
                injector.getInstance(Configurer.class),
                injector.getInstance(DataSources.class),
                injector.getInstance(ExportFormats.class));
    }
}
