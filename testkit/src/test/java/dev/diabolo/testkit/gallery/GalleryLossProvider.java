package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;

/** Listed in META-INF/services. */
public final class GalleryLossProvider extends GalleryProvider<Loss> implements LossProvider<Record> {
    public GalleryLossProvider() {
        this(Damage.NONE);
    }

    GalleryLossProvider(Damage damage) {
        super(damage);
    }

    @Override
    Loss make(Damage damage) {
        return new GalleryLoss(damage);
    }
}
