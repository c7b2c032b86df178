package dev.diabolo.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import dev.diabolo.data.BuiltInSource;
import dev.diabolo.data.DataSources;
import dev.diabolo.data.DownloadCache;
import dev.diabolo.data.DownloadListener;
import dev.diabolo.data.Storage;
import dev.diabolo.data.digits.DigitsSource;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Data sources: those built in, those downloaded, and files. */
final class DataModule extends AbstractModule {
    private final Map<String, String> environment;
    private final DownloadListener downloads;

    DataModule(Map<String, String> environment, DownloadListener downloads) {
        this.environment = Map.copyOf(environment);
        this.downloads = downloads;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        bind(DigitsSource.class);
        Multibinder.newSetBinder(binder(), BuiltInSource.class).addBinding().to(DigitsSource.class);
    }

    @Provides
    @Singleton
    DownloadCache cache() {
        return DownloadCache.ofUser(environment, downloads);
    }

    @Provides
    @Singleton
    Storage storage() {
        return Storage.ofUser(environment);
    }

    @Provides
    @Singleton
    DataSources sources(Set<BuiltInSource> builtIn, DownloadCache cache, Storage storage) {
        return new DataSources(builtIn, cache, storage);
    }
}
