package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;

/** Listed in META-INF/services. */
public final class GalleryLikelihoodProvider extends GalleryProvider<Likelihood> implements LikelihoodProvider<Record> {
    public GalleryLikelihoodProvider() {
        this(Damage.NONE);
    }

    GalleryLikelihoodProvider(Damage damage) {
        super(damage);
    }

    @Override
    Likelihood make(Damage damage) {
        return new GalleryLikelihood(damage);
    }
}
