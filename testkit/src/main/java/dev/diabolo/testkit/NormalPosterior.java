package dev.diabolo.testkit;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import org.nd4j.autodiff.samediff.SDVariable;

/** A normal posterior with independent dimensions, for codes of any one shape. */
record NormalPosterior(TensorSpec code) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return code;
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor mean = layer(scope, "mean", features);
        Tensor logVariance = layer(scope, "log-variance", features);
        SDVariable noise =
                scope.noise("sample", NoiseKind.STANDARD_NORMAL, code).variable();
        SDVariable deviation = scope.graph().math().exp(logVariance.variable().mul(0.5));
        return new Latent.Gaussian(mean, logVariance, mean.with(mean.variable().add(deviation.mul(noise))));
    }

    private Tensor layer(GraphScope scope, String name, Tensor features) {
        return Layers.dense(scope, name, features, code.size(), WeightInitialisation.GLOROT_UNIFORM)
                .as(code);
    }
}
