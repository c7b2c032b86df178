package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.testkit.LossContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link GalleryTest} only. */
@ExtendWith(DamageParameter.class)
final class DamagedLossContract extends LossContract {
    private final Damage damage;

    DamagedLossContract(Damage damage) {
        this.damage = damage;
    }

    @Override
    protected LossProvider<?> provider() {
        return new GalleryLossProvider(damage);
    }
}
