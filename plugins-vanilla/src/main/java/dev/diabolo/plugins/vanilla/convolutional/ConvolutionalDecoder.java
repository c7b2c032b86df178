package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.plugins.vanilla.convolutional.Stage.Window;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

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
            stages.forEach(stage -> requireNoGaps(stage.horizontal()));
        }
    }

    private static void requireNoGaps(Window window) {
        if (window.kernel() < window.stride()) {
            throw DiaboloException.user(
                    "option.kernel-smaller-than-stride",
                    Problem.of("windows of " + window.kernel() + " that are " + window.stride()
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
            values = grown(scope.child("stage-" + i), active, i, shapes.get(i + 1));
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
            Stage same = new Stage((int) shape.dimension(0), new Window(1, 1), new Window(1, 1));
            Tensor image = code.as(layout.image(NAME, code.spec()));
            return convolutions(inner()).convolved(scope.child("code"), image, same);
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

    private Tensor grown(GraphScope scope, Tensor maps, int index, TensorSpec shape) {
        Stage stage = stages.get(index);
        boolean last = index == stages.size() - 1;
        Convolutions convolutions = convolutions(last || inner());
        if (options.upsampling() == Upsampling.TRANSPOSED) {
            return convolutions.transposed(scope, maps, stage, shape);
        }
        Stage sameSize = new Stage(
                (int) shape.dimension(0),
                new Window(stage.vertical().kernel(), 1),
                new Window(stage.horizontal().kernel(), 1));
        return convolutions.convolved(scope, repeated(maps, stage, shape), sameSize);
    }

    /** Each place as often as the stride says, as far as the output goes. */
    private static Tensor repeated(Tensor maps, Stage stage, TensorSpec shape) {
        TensorSpec from = maps.spec();
        TensorSpec to = TensorSpec.of(from.dimension(0), shape.dimension(1), shape.dimension(2));
        int rows = stage.vertical().stride();
        int columns = stage.horizontal().stride();
        SDVariable values = maps.variable();
        if (rows > 1 || columns > 1) {
            values = values.getSameDiff().cnn().upsampling2d(values, rows, columns, true);
        }
        boolean whole = from.dimension(1) * rows == to.dimension(1) && from.dimension(2) * columns == to.dimension(2);
        return new Tensor(whole ? values : Convolutions.beginning(values, to), to);
    }

    private Convolutions convolutions(boolean bias) {
        return new Convolutions(options.initialisation(), bias);
    }

    /** Whether layers that are followed by a normalisation have a bias of their own. */
    private boolean inner() {
        return !options.normalisation().absorbsBias();
    }
}
