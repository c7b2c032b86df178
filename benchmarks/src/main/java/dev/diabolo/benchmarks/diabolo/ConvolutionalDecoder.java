package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.NoOptions;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;

/**
 * The decoder of W3.
 *
 * <p><b>Shapes:</b> {@code [batch, 64] -> [batch, 1, 28, 28]}.
 */
public final class ConvolutionalDecoder implements DecoderProvider<NoOptions> {
    private static final int KERNEL = 2;
    private static final TensorSpec HALF = TensorSpec.of(16, 14, 14);

    @Override
    public ComponentId id() {
        return new ComponentId("benchmark", "convolutional");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NoOptions> optionsType() {
        return NoOptions.class;
    }

    @Override
    public String summary() {
        return "a dense layer and two transposed convolutions, each to twice the size";
    }

    @Override
    public Decoder create(NoOptions options) {
        return ConvolutionalDecoder::decode;
    }

    private static Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        TensorSpec quarter = ConvolutionalEncoder.QUARTER;
        Tensor dense = Layers.dense(scope, "dense", code, quarter.size(), WeightInitialisation.GLOROT_UNIFORM);
        Tensor maps = relu(dense).as(quarter);
        return doubled(scope, "second", relu(doubled(scope, "first", maps, HALF)), output);
    }

    private static Tensor relu(Tensor values) {
        return values.with(Activation.RELU.apply(values.variable()));
    }

    private static Tensor doubled(GraphScope scope, String name, Tensor input, TensorSpec output) {
        long channels = input.spec().dimension(0);
        long maps = output.dimension(0);
        DeConv2DConfig config = DeConv2DConfig.builder()
                .kH(KERNEL)
                .kW(KERNEL)
                .sH(2)
                .sW(2)
                .dataFormat("NCHW")
                .build();
        Initialiser weights =
                WeightInitialisation.GLOROT_UNIFORM.initialiser(KERNEL * KERNEL * channels, KERNEL * KERNEL * maps);
        GraphScope layer = scope.child(name);
        SDVariable result = scope.graph()
                .cnn()
                .deconv2d(
                        input.variable(),
                        layer.parameter("weight", weights, KERNEL, KERNEL, maps, channels),
                        layer.parameter("bias", Initialiser.zeros(), maps),
                        config);
        return new Tensor(result, output);
    }
}
