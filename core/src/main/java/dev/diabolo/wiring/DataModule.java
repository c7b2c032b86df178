package dev.diabolo.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.diabolo.data.BuiltInSource;
import dev.diabolo.data.DataReader;
import dev.diabolo.data.DataSources;
import dev.diabolo.data.DownloadCache;
import dev.diabolo.data.DownloadListener;
import dev.diabolo.data.Storage;
import dev.diabolo.data.audio.SoundReader;
import dev.diabolo.data.cifar.CifarReader;
import dev.diabolo.data.digits.DigitsSource;
import dev.diabolo.data.pictures.PictureReader;
import dev.diabolo.data.sequences.SequenceReader;
import dev.diabolo.data.shapes.ShapesSource;
import dev.diabolo.data.table.TableReader;
import dev.diabolo.data.text.TextReader;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Data sources: those built in, those downloaded, and files. */
final class DataModule extends AbstractModule {
    private static final TypeLiteral<DataReader<?>> READER = new TypeLiteral<>() {};

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
        bind(ShapesSource.class);
        Multibinder<BuiltInSource> sources = Multibinder.newSetBinder(binder(), BuiltInSource.class);
        sources.addBinding().to(DigitsSource.class);
        sources.addBinding().to(ShapesSource.class);
        bindReader(PictureReader.class);
        bindReader(CifarReader.class);
        bindReader(SequenceReader.class);
        bindReader(TableReader.class);
        bindReader(TextReader.class);
        bindReader(SoundReader.class);
    }

    private void bindReader(Class<? extends DataReader<?>> type) {
        bind(type);
        Multibinder.newSetBinder(binder(), READER).addBinding().to(type);
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
    DataSources sources(Set<BuiltInSource> builtIn, Set<DataReader<?>> readers, DownloadCache cache, Storage storage) {
        return new DataSources(builtIn, readers, cache, storage);
    }
}
