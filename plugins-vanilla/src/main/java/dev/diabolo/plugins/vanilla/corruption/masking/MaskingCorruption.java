package dev.diabolo.plugins.vanilla.corruption.masking;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link MaskingCorruptionProvider}. */
record MaskingCorruption(MaskingCorruptionOptions options) implements Corruption {
    /** Data of any shape. */
    @Override
    public void requireSupported(TensorSpec data) {}

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        SDVariable uniform = scope.noise("mask", NoiseKind.UNIFORM, data.spec()).variable();
        SDVariable kept = uniform.gte(options.share()).castTo(scope.dataType());
        return data.with(data.variable().mul(kept));
    }
}
