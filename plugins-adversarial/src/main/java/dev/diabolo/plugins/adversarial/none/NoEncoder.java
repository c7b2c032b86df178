package dev.diabolo.plugins.adversarial.none;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link NoEncoderProvider}. */
record NoEncoder(NoEncoderOptions options) implements Encoder {
    @Override
    public TensorSpec features(TensorSpec data) {
        return TensorSpec.of(options.size());
    }

    @Override
    public boolean encodes() {
        return false;
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        return scope.noise("features", NoiseKind.STANDARD_NORMAL, TensorSpec.of(options.size()));
    }
}
