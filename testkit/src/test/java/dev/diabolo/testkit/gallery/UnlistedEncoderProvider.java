package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;

/** Not listed in META-INF/services. */
public final class UnlistedEncoderProvider extends GalleryProvider<Encoder> implements EncoderProvider<Record> {
    public UnlistedEncoderProvider() {
        super(Damage.UNLISTED);
    }

    @Override
    Encoder make(Damage damage) {
        return new GalleryEncoder(damage);
    }
}
