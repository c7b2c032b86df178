package dev.diabolo.plugins.vae.sphere;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link VonMisesFisherPosteriorProvider}. */
record VonMisesFisherPosterior(VonMisesFisherPosteriorOptions options) implements Posterior {
    /** Keeps lengths and their gradients finite where there is no direction, or no distance. */
    private static final double TINY = 1e-12;

    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor raw = Layers.dense(scope, "direction", features, options.size(), options.initialisation());
        SDVariable direction = unit(raw.variable());
        SDVariable concentration = Logistic.softplus(
                        Layers.dense(scope, "concentration", features, 1, options.initialisation())
                                .variable())
                .add(1);
        Proposals proposals = new Proposals(scope, options.size(), concentration);
        // One less the cosine of the angle between direction and sample, which keeps its digits where that is small.
        SDVariable height = proposals.firstAccepted();
        SDVariable radius = scope.graph().math().sqrt(height.mul(height.rsub(2)).add(TINY));
        SDVariable normal =
                scope.noise("tangent", NoiseKind.STANDARD_NORMAL, raw.spec()).variable();
        SDVariable across = unit(normal.sub(direction.mul(normal.mul(direction).sum(true, 1))));
        SDVariable cosine = height.rsub(1);
        SDVariable sample = direction.mul(cosine).add(across.mul(radius));
        return new VonMisesFisher(raw.with(direction), concentration, raw.with(sample), cosine);
    }

    private static SDVariable unit(SDVariable vectors) {
        SDVariable square = vectors.mul(vectors).sum(true, 1).add(TINY);
        return vectors.div(vectors.getSameDiff().math().sqrt(square));
    }
}
