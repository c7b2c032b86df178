package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

final class GalleryCorruption implements Corruption {
    private final Damage damage;
    private final DamagedNetwork network;
    private int builtForTraining;
    private int builtForUse;

    GalleryCorruption(Damage damage) {
        this.damage = damage;
        this.network = new DamagedNetwork(damage);
    }

    @Override
    public void requireSupported(TensorSpec data) {
        network.refuse(data);
    }

    /** All of it, which is not true, or nothing, which need not be said. */
    @Override
    public Optional<Tensor> untouched(GraphScope scope, TensorSpec data) {
        if (damage != Damage.OVERCLAIMING && damage != Damage.UNDERCLAIMING) {
            return Optional.empty();
        }
        SDVariable noise =
                scope.noise("own", NoiseKind.STANDARD_NORMAL, data.flat()).variable();
        return Optional.of(new Tensor(noise.mul(0).add(damage == Damage.OVERCLAIMING ? 1 : 0), data.flat()).as(data));
    }

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        if (damage == Damage.HARMLESS) {
            return data.with(data.variable().mul(1));
        }
        SDVariable x = data.flat().variable();
        SDVariable noise = scope.noise(
                        "own", NoiseKind.STANDARD_NORMAL, data.spec().flat())
                .variable()
                .mul(damage == Damage.IDLE_NOISE || damage == Damage.TRAINING_ONLY && !scope.training() ? 0 : 0.1);
        // Counted for each mode on its own, lest training and use differ, which is another rule's finding.
        SDVariable y = damage == Damage.IDLE_NOISE
                ? x.mul(0.5).add(noise)
                : damage == Damage.COUNTING
                        ? x.add(noise).add(scope.training() ? ++builtForTraining : ++builtForUse)
                        : network.damaged(scope, x, x.add(noise), data.spec().size());
        Tensor flat = new Tensor(y, data.spec().flat());
        return damage == Damage.WRONG_SHAPE ? flat : flat.as(data.spec());
    }
}
