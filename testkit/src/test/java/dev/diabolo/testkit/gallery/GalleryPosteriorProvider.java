package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;

/** Listed in META-INF/services. */
public final class GalleryPosteriorProvider extends GalleryProvider<Posterior> implements PosteriorProvider<Record> {
    public GalleryPosteriorProvider() {
        this(Damage.NONE);
    }

    GalleryPosteriorProvider(Damage damage) {
        super(damage);
    }

    @Override
    Posterior make(Damage damage) {
        return new GalleryPosterior(damage);
    }
}
