package dev.diabolo.testkit.example;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;

/** One fully connected layer. Shapes: {@code [batch, data...] -> [batch, units]}. */
public final class LinearEncoderProvider implements EncoderProvider<LinearEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("acme", "linear");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<LinearEncoderOptions> optionsType() {
        return LinearEncoderOptions.class;
    }

    @Override
    public String summary() {
        return "one fully connected layer";
    }

    @Override
    public Encoder create(LinearEncoderOptions options) {
        return new LinearEncoder(options.units());
    }

    private record LinearEncoder(int units) implements Encoder {
        @Override
        public TensorSpec features(TensorSpec data) {
            return TensorSpec.of(units);
        }

        @Override
        public Tensor encode(GraphScope scope, Tensor input) {
            return Layers.dense(scope, "layer", input, units, WeightInitialisation.GLOROT_UNIFORM);
        }
    }
}
