package dev.diabolo.spi.graph;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * Convolutions and their transposes, each with one implementation: their results have exactly the size that strides or callers
 * say, whatever the window. Images are {@code [channels, height, width]}.
 *
 * @param initialisation of the weights
 * @param bias whether each channel of a result gets a number of its own, zero at first
 */
public record Convolutions(WeightInitialisation initialisation, boolean bias) {
    /**
     * A convolution, with zeros around the image.
     *
     * <p><b>Shapes:</b> {@code [batch, channels, height, width] -> [batch, maps, height / row stride, width / column stride]}, rounded
     * up.
     *
     * @param scope where {@code weight} {@code [window's height, window's width, channels, maps]} and {@code bias} {@code [maps]} are
     *     made, under {@code name}
     */
    public Tensor convolution(GraphScope scope, String name, Tensor image, Window window, long maps) {
        TensorSpec spec = image.spec();
        TensorSpec output = window.convolved(spec, maps);
        boolean uneven =
                isUneven(window.height(), window.rowStride()) || isUneven(window.width(), window.columnStride());
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(window.height())
                .kW(window.width())
                .sH(window.rowStride())
                .sW(window.columnStride())
                .pH(padding(window.height(), window.rowStride(), spec.dimension(1), output.dimension(1)))
                .pW(padding(window.width(), window.columnStride(), spec.dimension(2), output.dimension(2)))
                .paddingMode(uneven ? PaddingMode.SAME : PaddingMode.VALID)
                .dataFormat("NCHW")
                .build();
        GraphScope layer = scope.child(name);
        long channels = spec.dimension(0);
        long places = (long) window.height() * window.width();
        SDVariable weight = layer.parameter(
                "weight",
                initialisation.initialiser(places * channels, places * maps),
                window.height(),
                window.width(),
                channels,
                maps);
        var cnn = scope.graph().cnn();
        SDVariable result = bias
                ? cnn.conv2d(image.variable(), weight, bias(layer, maps), config)
                : cnn.conv2d(image.variable(), weight, config);
        return new Tensor(result, output);
    }

    /** Whether there must be one place more of padding after the image than before it, which only this mode of ND4J's gives. */
    /**
     * A convolution with weights of the caller's own, such as masked ones: of stride 1, with zeros around the image, which keeps its
     * size.
     *
     * @param image shape {@code [batch, channels, height, width]}
     * @param weight shape {@code [2 rows + 1, 2 columns + 1, channels, maps]}
     * @param bias shape {@code [maps]}
     * @param rows of the window above, and below, its middle
     * @param columns of the window to the left, and to the right, of its middle
     * @return shape {@code [batch, maps, height, width]}
     */
    public static SDVariable centred(SDVariable image, SDVariable weight, SDVariable bias, int rows, int columns) {
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(2L * rows + 1)
                .kW(2L * columns + 1)
                .sH(1)
                .sW(1)
                .pH(rows)
                .pW(columns)
                .paddingMode(PaddingMode.VALID)
                .dataFormat("NCHW")
                .build();
        return image.getSameDiff().cnn().conv2d(image, weight, bias, config);
    }

    private static boolean isUneven(int kernel, int stride) {
        return stride == 1 && kernel % 2 == 0;
    }

    /** Places before the image, as many as after it, with which the window fits as often as it shall. */
    private static long padding(int kernel, int stride, long side, long windows) {
        long covered = (windows - 1) * stride + kernel;
        return (Math.max(0, covered - side) + 1) / 2;
    }

    /**
     * A transposed convolution to a shape: what windows write beyond it is cut off, as much at the beginning as at the end, or one
     * place more at the end.
     *
     * <p><b>Shapes:</b> {@code [batch, channels, rows, columns] -> [batch, output...]}, where a {@link #convolution} with this window goes
     * from the output's height and width to rows and columns.
     *
     * @param scope where {@code weight} {@code [window's height, window's width, maps, channels]} and {@code bias} {@code [maps]} are
     *     made, under {@code name}
     * @throws IllegalArgumentException where no such convolution goes there, or a window is smaller than its stride
     */
    public Tensor transposed(GraphScope scope, String name, Tensor image, Window window, TensorSpec output) {
        TensorSpec spec = image.spec();
        requirePossible(spec, window, output);
        Cut rows = Cut.of(window.height(), window.rowStride(), spec.dimension(1), output.dimension(1));
        Cut columns = Cut.of(window.width(), window.columnStride(), spec.dimension(2), output.dimension(2));
        // This mode of ND4J's cuts off an odd number of places too, and gives a multiple of the stride.
        boolean same = rows.toMultiple() && columns.toMultiple();
        DeConv2DConfig config = DeConv2DConfig.builder()
                .kH(window.height())
                .kW(window.width())
                .sH(window.rowStride())
                .sW(window.columnStride())
                .pH(same ? 0 : rows.places() / 2)
                .pW(same ? 0 : columns.places() / 2)
                .isSameMode(same)
                .dataFormat("NCHW")
                .build();
        GraphScope layer = scope.child(name);
        long channels = spec.dimension(0);
        long maps = output.dimension(0);
        long places = (long) window.height() * window.width();
        SDVariable weight = layer.parameter(
                "weight",
                initialisation.initialiser(places * channels, places * maps),
                window.height(),
                window.width(),
                maps,
                channels);
        var cnn = scope.graph().cnn();
        SDVariable grown = bias
                ? cnn.deconv2d(image.variable(), weight, bias(layer, maps), config)
                : cnn.deconv2d(image.variable(), weight, config);
        boolean whole = same || rows.places() % 2 == 0 && columns.places() % 2 == 0;
        return new Tensor(whole ? grown : beginning(grown, output), output);
    }

    private static void requirePossible(TensorSpec from, Window window, TensorSpec to) {
        boolean gaps = window.height() < window.rowStride() || window.width() < window.columnStride();
        if (gaps || !window.convolved(to, from.dimension(0)).equals(from)) {
            throw new IllegalArgumentException(
                    "no transposed convolution with the window " + window + " and the strides " + window.rowStride()
                            + " and " + window.columnStride() + " goes from " + from + " to " + to);
        }
    }

    /** Places to cut off along one axis. */
    private record Cut(long places, boolean toMultiple) {
        static Cut of(int kernel, int stride, long from, long to) {
            return new Cut((from - 1) * stride + kernel - to, from * stride == to);
        }
    }

    /**
     * Every place repeated as often as the strides say, and then a convolution of stride 1: what a transposed convolution does, without
     * its checkerboard.
     *
     * <p><b>Shapes:</b> as {@link #transposed}.
     *
     * <p><b>Source:</b> Odena et al. 2016.
     *
     * @param scope where {@code weight} {@code [window's height, window's width, channels, maps]} and {@code bias} {@code [maps]} are
     *     made, under {@code name}
     */
    public Tensor resized(GraphScope scope, String name, Tensor image, Window window, TensorSpec output) {
        TensorSpec to = TensorSpec.of(image.spec().dimension(0), output.dimension(1), output.dimension(2));
        SDVariable values = image.variable();
        if (window.rowStride() > 1 || window.columnStride() > 1) {
            values = scope.graph().cnn().upsampling2d(values, window.rowStride(), window.columnStride(), true);
        }
        boolean whole = image.spec().dimension(1) * window.rowStride() == to.dimension(1)
                && image.spec().dimension(2) * window.columnStride() == to.dimension(2);
        Tensor repeated = new Tensor(whole ? values : beginning(values, to), to);
        return convolution(scope, name, repeated, window.atEveryPlace(), output.dimension(0));
    }

    /** As much of larger maps as an output has, from their upper left corners. */
    private static SDVariable beginning(SDVariable maps, TensorSpec output) {
        int[] sizes = {-1, (int) output.dimension(0), (int) output.dimension(1), (int) output.dimension(2)};
        return maps.getSameDiff().slice(maps, new int[4], sizes);
    }

    private static SDVariable bias(GraphScope layer, long maps) {
        return layer.parameter("bias", Initialiser.zeros(), maps);
    }
}
