package dev.diabolo.plugins.vanilla.corruption.saltpepper;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link SaltPepperCorruptionProvider}. */
record SaltPepperCorruption(SaltPepperCorruptionOptions options) implements Corruption {
    /** Data of any shape. */
    @Override
    public void requireSupported(TensorSpec data) {}

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        SDVariable uniform =
                scope.noise("grain", NoiseKind.UNIFORM, data.spec()).variable();
        SDVariable noPepper = uniform.gte(options.share() / 2).castTo(scope.dataType());
        SDVariable salt = uniform.gte(1 - options.share() / 2).castTo(scope.dataType());
        return data.with(data.variable().mul(noPepper.sub(salt)).add(salt));
    }
}
