package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link GalleryTest} only. */
@ExtendWith(DamageParameter.class)
final class DamagedCorruptionContract extends CorruptionContract {
    private final Damage damage;

    DamagedCorruptionContract(Damage damage) {
        this.damage = damage;
    }

    @Override
    protected CorruptionProvider<?> provider() {
        return new GalleryCorruptionProvider(damage);
    }

    @Override
    protected List<TensorSpec> shapes() {
        return DamagedNetwork.SHAPES;
    }
}
