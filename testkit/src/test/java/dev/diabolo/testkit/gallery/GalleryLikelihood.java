package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

final class GalleryLikelihood implements Likelihood {
    private final Damage damage;
    private final DamagedNetwork network;

    GalleryLikelihood(Damage damage) {
        this.damage = damage;
        this.network = new DamagedNetwork(damage);
    }

    @Override
    public TensorSpec raw(TensorSpec data) {
        network.refuse(data);
        return data;
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        Tensor flat = network.build(scope, raw, data.size());
        Tensor logits = damage == Damage.WRONG_SHAPE ? flat : flat.as(data);
        SDVariable mean = scope.graph().nn().sigmoid(logits.variable());
        SDVariable told = damage == Damage.WRONG_LOGITS ? mean.mul(0.5) : mean;
        return new Values(
                damage == Damage.NAMELESS ? "No Name" : "gallery", raw, logits.with(told), Optional.of(logits));
    }

    private record Values(String family, Tensor raw, Tensor mean, Optional<Tensor> logits) implements Reconstruction {
        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            SDVariable error = mean.flat().variable().sub(data.flat().variable());
            return error.mul(error).sum(1);
        }
    }
}
