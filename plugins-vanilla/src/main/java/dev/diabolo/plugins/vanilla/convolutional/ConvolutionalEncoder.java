package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.graph.Convolutions;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;

/** See {@link ConvolutionalEncoderProvider} and {@link LineEncoderProvider}. */
final class ConvolutionalEncoder implements Encoder {
    private static final String NAME = "encoder";

    private final Layout layout;
    private final ConvolutionalEncoderOptions options;
    private final List<Stage> stages;
    private final Convolutions convolutions;

    ConvolutionalEncoder(Layout layout, ConvolutionalEncoderOptions options) {
        this.layout = layout;
        this.options = options;
        this.stages = Stage.all(NAME, layout, options.channels(), options.kernel(), options.stride());
        this.convolutions = new Convolutions(
                options.initialisation(), !options.normalisation().absorbsBias());
    }

    @Override
    public TensorSpec features(TensorSpec data) {
        TensorSpec image = layout.image(NAME, data);
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).requireRoom(NAME, i, image, data);
            image = stages.get(i).encoded(image);
        }
        return layout.own(image);
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        Tensor values = input.as(layout.image(NAME, input.spec()));
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).requireRoom(NAME, i, values.spec(), input.spec());
            Stage stage = stages.get(i);
            Tensor maps = convolutions.convolution(scope, "stage-" + i, values, stage.window(), stage.channels());
            Tensor normalised = options.normalisation().apply(scope, "normalisation-" + i, maps);
            Tensor active = normalised.with(options.activation().apply(normalised.variable()));
            values = Layers.dropout(scope, "dropout-" + i, active, options.dropout());
        }
        return values.as(layout.own(values.spec()));
    }
}
