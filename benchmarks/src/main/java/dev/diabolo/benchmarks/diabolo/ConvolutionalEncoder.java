package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.NoOptions;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * The encoder of W3, up to its last convolution.
 *
 * <p><b>Shapes:</b> {@code [batch, 1, 28, 28] -> [batch, 32, 7, 7]}.
 */
public final class ConvolutionalEncoder implements EncoderProvider<NoOptions> {
    private static final int KERNEL = 3;
    private static final TensorSpec HALF = TensorSpec.of(16, 14, 14);
    static final TensorSpec QUARTER = TensorSpec.of(32, 7, 7);

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
        return "two convolutions, each to half of the size";
    }

    @Override
    public Encoder create(NoOptions options) {
        return new Encoder() {
            @Override
            public TensorSpec features(TensorSpec data) {
                return QUARTER;
            }

            @Override
            public Tensor encode(GraphScope scope, Tensor input) {
                return halved(scope, "second", halved(scope, "first", input, HALF), QUARTER);
            }
        };
    }

    private static Tensor halved(GraphScope scope, String name, Tensor input, TensorSpec output) {
        long channels = input.spec().dimension(0);
        long maps = output.dimension(0);
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(KERNEL)
                .kW(KERNEL)
                .sH(2)
                .sW(2)
                .pH(1)
                .pW(1)
                .paddingMode(PaddingMode.VALID)
                .dataFormat("NCHW")
                .build();
        Initialiser weights =
                WeightInitialisation.GLOROT_UNIFORM.initialiser(KERNEL * KERNEL * channels, KERNEL * KERNEL * maps);
        GraphScope layer = scope.child(name);
        SDVariable result = scope.graph()
                .cnn()
                .conv2d(
                        input.variable(),
                        layer.parameter("weight", weights, KERNEL, KERNEL, channels, maps),
                        layer.parameter("bias", Initialiser.zeros(), maps),
                        config);
        return new Tensor(Activation.RELU.apply(result), output);
    }
}
