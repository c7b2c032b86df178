package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.plugins.vanilla.convolutional.Stage.Window;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * Convolutions whose results have the size that a stage promises.
 *
 * @param bias whether each map gets a number of its own
 */
record Convolutions(WeightInitialisation initialisation, boolean bias) {
    /**
     * A convolution.
     *
     * <p><b>Shapes:</b> {@code [batch, channels, height, width] -> [batch, maps, height / stride, width / stride]}, rounded up.
     *
     * @param scope where {@code weight} {@code [kernel, kernel, channels, maps]} and {@code bias} are made
     */
    Tensor convolved(GraphScope scope, Tensor image, Stage stage) {
        TensorSpec output = stage.encoded(image.spec());
        Window vertical = stage.vertical();
        Window horizontal = stage.horizontal();
        long top = padding(vertical, image.spec().dimension(1));
        long left = padding(horizontal, image.spec().dimension(2));
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(vertical.kernel())
                .kW(horizontal.kernel())
                .sH(vertical.stride())
                .sW(horizontal.stride())
                .pH(top)
                .pW(left)
                .paddingMode(isUneven(horizontal) ? PaddingMode.SAME : PaddingMode.VALID)
                .dataFormat("NCHW")
                .build();
        long channels = image.spec().dimension(0);
        long maps = output.dimension(0);
        SDVariable weight = weight(scope, stage, channels, maps, channels, maps);
        var cnn = scope.graph().cnn();
        return new Tensor(
                bias
                        ? cnn.conv2d(image.variable(), weight, bias(scope, maps), config)
                        : cnn.conv2d(image.variable(), weight, config),
                output);
    }

    /** Whether padding has an odd number of places that cannot be made even: more at the end than at the beginning. */
    private static boolean isUneven(Window window) {
        return window.stride() == 1 && window.kernel() % 2 == 0;
    }

    /** Places before the image, as many as after it, with which windows fit as often as they shall. */
    private static long padding(Window window, long side) {
        long covered = (window.divided(side) - 1) * window.stride() + window.kernel();
        return (Math.max(0, covered - side) + 1) / 2;
    }

    /**
     * A transposed convolution to a shape.
     *
     * <p><b>Shapes:</b> {@code [batch, channels, rows, columns] -> [batch, output...]}, where a convolution with this stage's windows
     * goes from the output's height and width to rows and columns. What windows write beyond the output is cut off, as
     * much at the beginning as at the end, or one place more at the end.
     *
     * @param scope where {@code weight} {@code [kernel, kernel, maps, channels]} and {@code bias} are made
     */
    Tensor transposed(GraphScope scope, Tensor maps, Stage stage, TensorSpec output) {
        Cut rows = Cut.of(stage.vertical(), maps.spec().dimension(1), output.dimension(1));
        Cut columns = Cut.of(stage.horizontal(), maps.spec().dimension(2), output.dimension(2));
        // In this mode ND4J cuts off an odd number of places too, and gives the stride's multiple.
        boolean same = rows.toMultiple() && columns.toMultiple();
        DeConv2DConfig config = DeConv2DConfig.builder()
                .kH(stage.vertical().kernel())
                .kW(stage.horizontal().kernel())
                .sH(stage.vertical().stride())
                .sW(stage.horizontal().stride())
                .pH(same ? 0 : rows.places() / 2)
                .pW(same ? 0 : columns.places() / 2)
                .isSameMode(same)
                .dataFormat("NCHW")
                .build();
        long channels = maps.spec().dimension(0);
        long results = output.dimension(0);
        SDVariable weight = weight(scope, stage, results, channels, channels, results);
        var cnn = scope.graph().cnn();
        SDVariable grown = bias
                ? cnn.deconv2d(maps.variable(), weight, bias(scope, results), config)
                : cnn.deconv2d(maps.variable(), weight, config);
        boolean whole = same || rows.places() % 2 == 0 && columns.places() % 2 == 0;
        return new Tensor(whole ? grown : beginning(grown, output), output);
    }

    /** Places to cut off along one axis. */
    private record Cut(long places, boolean toMultiple) {
        static Cut of(Window window, long from, long to) {
            return new Cut((from - 1) * window.stride() + window.kernel() - to, from * window.stride() == to);
        }
    }

    /** As much of larger maps as an output has, from their upper left corners. */
    static SDVariable beginning(SDVariable maps, TensorSpec output) {
        int[] sizes = {-1, (int) output.dimension(0), (int) output.dimension(1), (int) output.dimension(2)};
        return maps.getSameDiff().slice(maps, new int[4], sizes);
    }

    private SDVariable weight(GraphScope scope, Stage stage, long third, long fourth, long channels, long maps) {
        int rows = stage.vertical().kernel();
        int columns = stage.horizontal().kernel();
        long places = (long) rows * columns;
        return scope.parameter(
                "weight", initialisation.initialiser(places * channels, places * maps), rows, columns, third, fourth);
    }

    private static SDVariable bias(GraphScope scope, long maps) {
        return scope.parameter("bias", Initialiser.zeros(), maps);
    }
}
