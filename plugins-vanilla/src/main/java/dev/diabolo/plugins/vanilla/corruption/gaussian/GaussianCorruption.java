package dev.diabolo.plugins.vanilla.corruption.gaussian;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link GaussianCorruptionProvider}. */
record GaussianCorruption(GaussianCorruptionOptions options) implements Corruption {
    /** Data of any shape. */
    @Override
    public void requireSupported(TensorSpec data) {}

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        Tensor noise = scope.noise("noise", NoiseKind.STANDARD_NORMAL, data.spec());
        return data.with(data.variable().add(noise.variable().mul(options.deviation())));
    }
}
