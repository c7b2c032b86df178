package dev.diabolo.engine;

import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ConvolutionShape;
import dev.diabolo.engine.compute.ConvolutionShape.WeightOrder;
import dev.diabolo.engine.compute.ElementFunction;
import dev.diabolo.engine.compute.WindowAxis;
import java.util.List;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Translates convolutions of one and two dimensions, transposed ones, and their gradients, where channels come before
 * rows and columns.
 *
 * <p>A transposed convolution is the gradient of a convolution with respect to its images, and the other way round: with the
 * larger side called images and the smaller maps, two kernels compute both and the gradients with respect to data, and a third
 * those with respect to weights. Weights in ND4J's own order mean the same in both.
 */
final class ConvolutionLowering {
    private final Lowering lowering;
    private final Elements elements;
    private final int examples;
    private final int pieces;

    /**
     * @param pieces into which stages by examples are cut
     */
    ConvolutionLowering(Lowering lowering, Elements elements, int examples, int pieces) {
        this.lowering = lowering;
        this.elements = elements;
        this.examples = examples;
        this.pieces = pieces;
    }

    /** Whether an operation has kernels of ours. */
    static boolean knows(DifferentialFunction operation) {
        return switch (operation.opName()) {
            case "conv1d", "conv1d_bp", "conv2d", "conv2d_bp", "deconv2d", "deconv2d_bp" ->
                Settings.of(operation).isSupported();
            default -> false;
        };
    }

    boolean translate(Traced t) {
        return knows(t.function())
                && switch (t.function().opName()) {
                    case "conv1d", "conv2d", "deconv2d" -> forward(t);
                    default -> gradients(t);
                };
    }

    /** What an operation's integer arguments say; the kernel's size follows from the weights. */
    private record Settings(
            boolean transposed,
            boolean ofLines,
            long[] strides,
            long[] paddings,
            long[] dilations,
            long mode,
            boolean channelsLast,
            long order) {
        private static final long VALID = 0;
        private static final long SAME = 1;

        static Settings of(DifferentialFunction operation) {
            long[] given = ((DynamicCustomOp) operation).iArgs();
            boolean transposed = operation.opName().startsWith("deconv");
            boolean ofLines = operation.opName().startsWith("conv1d");
            int axes = ofLines ? 1 : 2;
            int format = 4 * axes + 1;
            return new Settings(
                    transposed,
                    ofLines,
                    axis(given, axes, 1, 1),
                    axis(given, axes, 2, 0),
                    axis(given, axes, 3, 1),
                    given[4 * axes],
                    given.length > format && given[format] != 0,
                    given.length > format + 1 ? given[format + 1] : 0);
        }

        /** Vertical and horizontal; where there is only one axis, the other's value is the neutral one. */
        private static long[] axis(long[] given, int axes, int index, long neutral) {
            return axes == 1 ? new long[] {neutral, given[index]} : new long[] {given[2 * index], given[2 * index + 1]};
        }

        boolean isSupported() {
            return (mode == VALID || mode == SAME) && !channelsLast && order < WeightOrder.values().length;
        }

        ConvolutionShape shape(long[] images, long[] maps, long[] weights) {
            WeightOrder weightOrder = WeightOrder.values()[(int) order];
            int kernelAt = switch (weightOrder) {
                case KERNEL_CHANNELS_MAPS -> 0;
                case MAPS_KERNEL_CHANNELS -> 1;
                case MAPS_CHANNELS_KERNEL -> 2;
            };
            int last = images.length - 1;
            WindowAxis vertical = ofLines
                    ? new WindowAxis(1, 1, 1, 1, 0, 1)
                    : axis(0, images[last - 1], maps[last - 1], weights[kernelAt]);
            WindowAxis horizontal = axis(1, images[last], maps[last], weights[ofLines ? kernelAt : kernelAt + 1]);
            return new ConvolutionShape((int) images[1], (int) maps[1], vertical, horizontal, weightOrder);
        }

        private WindowAxis axis(int axis, long size, long windows, long kernel) {
            long covered = (windows - 1) * strides[axis] + (kernel - 1) * dilations[axis] + 1;
            long padding = mode == SAME ? (covered - size) / 2 : paddings[axis];
            return new WindowAxis(
                    (int) size, (int) windows, (int) kernel, (int) strides[axis], (int) padding, (int) dilations[axis]);
        }
    }

    /** (data, weights[, bias]) -> result. */
    private boolean forward(Traced t) {
        Settings settings = Settings.of(t.function());
        INDArray data = t.inputs()[0];
        INDArray result = t.results()[0];
        ConvolutionShape shape = settings.transposed()
                ? settings.shape(result.shape(), data.shape(), t.inputs()[1].shape())
                : settings.shape(data.shape(), result.shape(), t.inputs()[1].shape());
        if (shape.weights() != t.inputs()[1].length()) {
            return false;
        }
        Value value = convolved(t, shape, settings.transposed(), 0, result);
        if (t.inputs().length == 3) {
            // Both share memory: the sum reads each value before it writes it.
            int repeat = (int) (result.length() / result.size(0) / result.size(1));
            Operand bias = new Operand(lowering.realised(t, 2), repeat);
            value = elements.value(ElementFunction.ADD, 0, List.of(new Operand(value, 1), bias), result);
        }
        lowering.define(t, value);
        return true;
    }

    /** (data, weights[, bias], gradient) -> (gradients of data, weights[, bias]). */
    private boolean gradients(Traced t) {
        Settings settings = Settings.of(t.function());
        int last = t.inputs().length - 1;
        INDArray data = t.inputs()[0];
        INDArray gradient = t.inputs()[last];
        ConvolutionShape shape = settings.transposed()
                ? settings.shape(gradient.shape(), data.shape(), t.inputs()[1].shape())
                : settings.shape(data.shape(), gradient.shape(), t.inputs()[1].shape());
        if (shape.weights() != t.inputs()[1].length() || t.results().length != last) {
            return false;
        }
        define(t, 0, convolved(t, shape, !settings.transposed(), last, t.results()[0]));
        define(t, 1, weightGradient(t, shape, settings.transposed() ? last : 0, settings.transposed() ? 0 : last));
        if (last == 3) {
            define(t, 2, biasGradient(t, last));
        }
        return true;
    }

    private void define(Traced t, int index, Value value) {
        lowering.define(t.outputNames().get(index), value);
    }

    private Value convolved(Traced t, ConvolutionShape shape, boolean transposed, int input, INDArray result) {
        Value from = lowering.realised(t, input);
        Value weights = lowering.realised(t, 1);
        int images = (int) result.size(0);
        Value output = lowering.fresh(result, from.batch() && !weights.batch() && images % examples == 0);
        lowering.emit(
                transposed
                        ? new Node.TransposedConvolution(shape, images, from, weights, output)
                        : new Node.Convolution(shape, images, from, weights, output));
        return output;
    }

    private Value weightGradient(Traced t, ConvolutionShape shape, int image, int maps) {
        Value from = lowering.realised(t, image);
        Value to = lowering.realised(t, maps);
        INDArray result = t.results()[1];
        int images = (int) t.inputs()[0].size(0);
        Node.ConvolutionWeights whole =
                new Node.ConvolutionWeights(shape, images, from, to, lowering.fresh(result, false));
        if (pieces == 1 || !Schedule.isByExample(whole, examples)) {
            lowering.emit(whole);
            return whole.output();
        }
        Value parts = lowering.fresh(lowering.floats(pieces, shape.weights()), false);
        lowering.emit(new Node.ConvolutionWeights(shape, images, from, to, parts));
        lowering.emit(new Node.ColumnSum(parts, pieces, 1, whole.output()));
        return whole.output();
    }

    /** Sums over the places of each map, and then over the examples. */
    private Value biasGradient(Traced t, int index) {
        Value gradient = lowering.realised(t, index);
        INDArray result = t.results()[2];
        int images = (int) t.inputs()[index].size(0);
        int width = gradient.length() / images / (int) result.length();
        Value ofImages =
                lowering.fresh(lowering.floats(images, result.length()), gradient.batch() && images % examples == 0);
        lowering.emit(new Node.RowSum(gradient, width, 1, ofImages));
        Value sum = lowering.fresh(result, false);
        lowering.emit(new Node.ColumnSum(ofImages, images, 1, sum));
        return sum;
    }
}
