package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Convolutions;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.Window;
import java.util.ArrayList;
import java.util.List;

/** See {@link ConvolutionalDecoderProvider} and {@link LineDecoderProvider}. */
final class ConvolutionalDecoder implements Decoder {
    private static final String NAME = "decoder";

    private final Layout layout;
    private final ConvolutionalDecoderOptions options;
    private final List<Stage> stages;

    ConvolutionalDecoder(Layout layout, ConvolutionalDecoderOptions options) {
        this.layout = layout;
        this.options = options;
        this.stages = Stage.all(NAME, layout, options.channels(), options.kernel(), options.stride());
        if (options.upsampling() == Upsampling.TRANSPOSED) {
            stages.forEach(stage -> requireNoGaps(stage.window()));
        }
    }

    private static void requireNoGaps(Window window) {
        if (window.width() < window.columnStride()) {
            throw DiaboloException.user(
                    "option.kernel-smaller-than-stride",
                    Problem.of("windows of " + window.width() + " that are " + window.columnStride()
                                    + " apart leave places that nothing is written to")
                            .at("decoder.kernel")
                            .allowed("at least the stride")
                            .remedy("use a larger kernel or a smaller stride, or set decoder.upsampling=resize"));
        }
    }

    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        List<TensorSpec> shapes = shapes(output);
        Tensor values = first(scope, code, shapes.get(0));
        for (int i = 0; i < stages.size(); i++) {
            Tensor active = activated(scope, i, values);
            values = grown(scope, i, active, shapes.get(i + 1));
        }
        return values.as(output);
    }

    /** What each stage begins with, and the output at the end: the sizes of an encoder with the same strides, in reverse. */
    private List<TensorSpec> shapes(TensorSpec output) {
        TensorSpec image = layout.image(NAME, output);
        List<TensorSpec> shapes = new ArrayList<>(List.of(image));
        for (int i = stages.size() - 1; i >= 0; i--) {
            stages.get(i).requireRoom(NAME, i, image, output);
            image = stages.get(i).encoded(image);
            shapes.add(0, image);
        }
        return shapes;
    }

    /** A fully connected layer; a code that has the right places already keeps them, and gets other channels. */
    private Tensor first(GraphScope scope, Tensor code, TensorSpec shape) {
        TensorSpec own = layout.own(shape);
        if (code.spec().rank() == own.rank() && own.rank() > 1 && samePlaces(code.spec(), own)) {
            Tensor image = code.as(layout.image(NAME, code.spec()));
            return new Convolutions(options.initialisation(), inner())
                    .convolution(scope, "code", image, Window.ofImages(1, 1), shape.dimension(0));
        }
        Tensor dense = inner()
                ? Layers.dense(scope, "code", code, shape.size(), options.initialisation())
                : Layers.linear(scope, "code", code, shape.size(), options.initialisation());
        return dense.as(shape);
    }

    private static boolean samePlaces(TensorSpec code, TensorSpec maps) {
        for (int i = 1; i < maps.rank(); i++) {
            if (code.dimension(i) != maps.dimension(i)) {
                return false;
            }
        }
        return true;
    }

    private Tensor activated(GraphScope scope, int stage, Tensor values) {
        Tensor normalised = options.normalisation().apply(scope, "normalisation-" + stage, values);
        Tensor active = normalised.with(options.activation().apply(normalised.variable()));
        return Layers.dropout(scope, "dropout-" + stage, active, options.dropout());
    }

    private Tensor grown(GraphScope scope, int stage, Tensor maps, TensorSpec shape) {
        boolean last = stage == stages.size() - 1;
        Convolutions convolutions = new Convolutions(options.initialisation(), last || inner());
        Window window = stages.get(stage).window();
        return switch (options.upsampling()) {
            case TRANSPOSED -> convolutions.transposed(scope, "stage-" + stage, maps, window, shape);
            case RESIZE -> convolutions.resized(scope, "stage-" + stage, maps, window, shape);
        };
    }

    /** Whether layers that are followed by a normalisation have a bias of their own. */
    private boolean inner() {
        return !options.normalisation().absorbsBias();
    }
}
