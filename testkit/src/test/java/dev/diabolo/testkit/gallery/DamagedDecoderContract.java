package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.DecoderContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link GalleryTest} only. */
@ExtendWith(DamageParameter.class)
final class DamagedDecoderContract extends DecoderContract {
    private final Damage damage;

    DamagedDecoderContract(Damage damage) {
        this.damage = damage;
    }

    @Override
    protected DecoderProvider<?> provider() {
        return new GalleryDecoderProvider(damage);
    }

    @Override
    protected List<TensorSpec> outputs() {
        return DamagedNetwork.SHAPES;
    }
}
