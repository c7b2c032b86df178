package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;

/** Listed in META-INF/services. */
public final class GalleryEncoderProvider extends GalleryProvider<Encoder> implements EncoderProvider<Record> {
    public GalleryEncoderProvider() {
        this(Damage.NONE);
    }

    GalleryEncoderProvider(Damage damage) {
        super(damage);
    }

    @Override
    Encoder make(Damage damage) {
        return new GalleryEncoder(damage);
    }
}
