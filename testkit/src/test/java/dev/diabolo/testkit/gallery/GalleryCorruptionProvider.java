package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;

/** Listed in META-INF/services. */
public final class GalleryCorruptionProvider extends GalleryProvider<Corruption> implements CorruptionProvider<Record> {
    public GalleryCorruptionProvider() {
        this(Damage.NONE);
    }

    GalleryCorruptionProvider(Damage damage) {
        super(damage);
    }

    @Override
    Corruption make(Damage damage) {
        return new GalleryCorruption(damage);
    }
}
