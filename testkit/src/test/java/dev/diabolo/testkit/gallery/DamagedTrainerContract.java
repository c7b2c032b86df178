package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Loss;
import dev.diabolo.spi.TrainerProvider;
import dev.diabolo.testkit.TrainerContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link GalleryTest} only. */
@ExtendWith(DamageParameter.class)
final class DamagedTrainerContract extends TrainerContract {
    private final Damage damage;

    DamagedTrainerContract(Damage damage) {
        this.damage = damage;
    }

    @Override
    protected TrainerProvider<?> provider() {
        return new GalleryTrainerProvider(damage);
    }

    @Override
    protected Loss loss() {
        return new NamingLoss();
    }
}
