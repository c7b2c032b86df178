package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

final class GalleryPosterior implements Posterior {
    private static final int UNITS = 3;
    private static final double DEVIATION = 0.1;
    private final Damage damage;
    private final DamagedNetwork network;

    GalleryPosterior(Damage damage) {
        this.damage = damage;
        this.network = new DamagedNetwork(damage);
    }

    @Override
    public TensorSpec code(TensorSpec features) {
        network.refuse(features);
        return TensorSpec.of(damage == Damage.WRONG_SHAPE ? UNITS + 1 : UNITS);
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor mean = network.build(scope, features, UNITS);
        if (damage == Damage.IDLE_NOISE) {
            return new Latent.Point(mean);
        }
        if (damage == Damage.UNSAMPLED) {
            return new Latent.Gaussian(mean, logVariance(mean), mean);
        }
        Tensor noise = scope.noise("epsilon", NoiseKind.STANDARD_NORMAL, mean.spec());
        return new Latent.Gaussian(
                mean,
                logVariance(mean),
                mean.with(mean.variable().add(noise.variable().mul(DEVIATION))));
    }

    private Tensor logVariance(Tensor mean) {
        double claimed = damage == Damage.WRONG_DENSITY ? 2 * DEVIATION : DEVIATION;
        return mean.with(mean.variable().mul(0).add(2 * Math.log(claimed)));
    }
}
