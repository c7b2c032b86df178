package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;

/** Listed in META-INF/services. */
public final class GalleryPriorProvider extends GalleryProvider<Prior> implements PriorProvider<Record> {
    public GalleryPriorProvider() {
        this(Damage.NONE);
    }

    GalleryPriorProvider(Damage damage) {
        super(damage);
    }

    @Override
    Prior make(Damage damage) {
        return new GalleryPrior(damage);
    }
}
