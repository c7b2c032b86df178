package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

final class GalleryEncoder implements Encoder {
    private static final int UNITS = 3;
    private final Damage damage;
    private final DamagedNetwork network;

    GalleryEncoder(Damage damage) {
        this.damage = damage;
        this.network = new DamagedNetwork(damage);
    }

    @Override
    public TensorSpec features(TensorSpec data) {
        network.refuse(data);
        return TensorSpec.of(damage == Damage.WRONG_SHAPE ? UNITS + 1 : UNITS);
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        return network.build(scope, input, UNITS);
    }
}
