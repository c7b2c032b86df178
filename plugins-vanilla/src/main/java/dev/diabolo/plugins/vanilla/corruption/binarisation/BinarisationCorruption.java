package dev.diabolo.plugins.vanilla.corruption.binarisation;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link BinarisationCorruptionProvider}. */
final class BinarisationCorruption implements Corruption {
    /** Uniform noise is a multiple of 2^-24: a value above it by less than that is above it. */
    private static final double ABOVE = 0x1p-25;

    /** Data of any shape. */
    @Override
    public void requireSupported(TensorSpec data) {}

    @Override
    public Purpose purpose() {
        return Purpose.DRAW;
    }

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        SDVariable uniform =
                scope.noise("threshold", NoiseKind.UNIFORM, data.spec()).variable();
        SDVariable probability = scope.stopGradient(data.variable());
        return data.with(probability.sub(uniform).gte(ABOVE).castTo(scope.dataType()));
    }
}
