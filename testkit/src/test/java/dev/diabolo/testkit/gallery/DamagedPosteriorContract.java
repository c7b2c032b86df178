package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link GalleryTest} only. */
@ExtendWith(DamageParameter.class)
final class DamagedPosteriorContract extends PosteriorContract {
    private final Damage damage;

    DamagedPosteriorContract(Damage damage) {
        this.damage = damage;
    }

    @Override
    protected PosteriorProvider<?> provider() {
        return new GalleryPosteriorProvider(damage);
    }

    @Override
    protected List<TensorSpec> shapes() {
        return DamagedNetwork.SHAPES;
    }
}
