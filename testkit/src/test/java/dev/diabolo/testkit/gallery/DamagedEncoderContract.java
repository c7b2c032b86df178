package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.EncoderContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link GalleryTest} only. */
@ExtendWith(DamageParameter.class)
final class DamagedEncoderContract extends EncoderContract {
    private final Damage damage;

    DamagedEncoderContract(Damage damage) {
        this.damage = damage;
    }

    @Override
    protected EncoderProvider<?> provider() {
        return damage == Damage.UNLISTED ? new UnlistedEncoderProvider() : new GalleryEncoderProvider(damage);
    }

    @Override
    protected List<TensorSpec> shapes() {
        return DamagedNetwork.SHAPES;
    }
}
