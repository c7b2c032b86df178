package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.TrainerProvider;

/** Listed in META-INF/services. */
public final class GalleryTrainerProvider extends GalleryProvider<Trainer> implements TrainerProvider<Record> {
    public GalleryTrainerProvider() {
        this(Damage.NONE);
    }

    GalleryTrainerProvider(Damage damage) {
        super(damage);
    }

    @Override
    Trainer make(Damage damage) {
        return new GalleryTrainer(damage);
    }
}
