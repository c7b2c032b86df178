package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.LikelihoodContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run by {@link GalleryTest} only. */
@ExtendWith(DamageParameter.class)
final class DamagedLikelihoodContract extends LikelihoodContract {
    private final Damage damage;

    DamagedLikelihoodContract(Damage damage) {
        this.damage = damage;
    }

    @Override
    protected LikelihoodProvider<?> provider() {
        return new GalleryLikelihoodProvider(damage);
    }

    @Override
    protected List<TensorSpec> shapes() {
        return DamagedNetwork.SHAPES;
    }
}
