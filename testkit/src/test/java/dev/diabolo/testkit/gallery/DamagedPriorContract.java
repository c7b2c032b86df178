package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link GalleryTest} only. */
@ExtendWith(DamageParameter.class)
final class DamagedPriorContract extends PriorContract {
    private final Damage damage;

    DamagedPriorContract(Damage damage) {
        this.damage = damage;
    }

    @Override
    protected PriorProvider<?> provider() {
        return new GalleryPriorProvider(damage);
    }

    @Override
    protected List<TensorSpec> shapes() {
        return DamagedNetwork.SHAPES;
    }
}
