package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

final class GalleryDecoder implements Decoder {
    private final Damage damage;
    private final DamagedNetwork network;

    GalleryDecoder(Damage damage) {
        this.damage = damage;
        this.network = new DamagedNetwork(damage);
    }

    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        network.refuse(output);
        Tensor raw = network.build(scope, code, output.size());
        return damage == Damage.WRONG_SHAPE ? raw : raw.as(output);
    }
}
