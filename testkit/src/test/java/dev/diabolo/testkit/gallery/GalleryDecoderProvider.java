package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;

/** Listed in META-INF/services. */
public final class GalleryDecoderProvider extends GalleryProvider<Decoder> implements DecoderProvider<Record> {
    public GalleryDecoderProvider() {
        this(Damage.NONE);
    }

    GalleryDecoderProvider(Damage damage) {
        super(damage);
    }

    @Override
    Decoder make(Damage damage) {
        return new GalleryDecoder(damage);
    }
}
