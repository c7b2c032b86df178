package dev.diabolo.plugins.vanilla.corruption.shift;

import dev.diabolo.plugins.vanilla.corruption.ImageAxes;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;
import java.util.function.Function;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link ShiftCorruptionProvider}. */
record ShiftCorruption(ShiftCorruptionOptions options) implements Corruption {
    /** Values of all the matrices that a shift is made of: 256 MB in float32. */
    private static final long MOST_VALUES = 1L << 26;

    @Override
    public void requireSupported(TensorSpec data) {
        if (data.rank() != 3 || data.dimension(1) <= options.distance() || data.dimension(2) <= options.distance()) {
            throw DiaboloException.user(
                    "corruption.no-room",
                    Problem.of("data of shape " + data + " cannot be shifted by up to " + options.distance()
                                    + " pixels")
                            .allowed("images, of shape [channels, height, width], larger than that along both axes"));
        }
        long height = data.dimension(1);
        long width = data.dimension(2);
        if ((2L * options.distance() + 1) * (height * height + width * width) > MOST_VALUES) {
            throw DiaboloException.user(
                    "corruption.too-large",
                    Problem.of("shifting data of shape " + data + " by up to " + options.distance()
                                    + " pixels would take matrices of more than " + MOST_VALUES + " values")
                            .allowed("smaller images, or a smaller distance")
                            .remedy(
                                    "make the images smaller with data.resize, or set the corruption's distance to less"));
        }
    }

    @Override
    public Purpose purpose() {
        return options.target() == Target.SHIFTED ? Purpose.AUGMENTATION : Purpose.RESTORATION;
    }

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        int height = (int) data.spec().dimension(1);
        int width = (int) data.spec().dimension(2);
        Tensor across = shifted(scope, "across", data, by -> ImageAxes.alongRows(scope, data, matrix(width, by)));
        return shifted(scope, "down", across, by -> ImageAxes.alongColumns(scope, across, matrix(height, by)));
    }

    /** The sum of all shifts, each with 1 for the one that was drawn and 0 for the others. */
    private Tensor shifted(GraphScope scope, String name, Tensor data, Function<Integer, Tensor> shift) {
        int choices = 2 * options.distance() + 1;
        SDVariable drawn = scope.noise(name, NoiseKind.UNIFORM, TensorSpec.of(1))
                .variable()
                .mul(choices);
        SDVariable sum = null;
        for (int choice = 0; choice < choices; choice++) {
            SDVariable reached = drawn.gte(choice).castTo(scope.dataType());
            SDVariable passed = drawn.gte(choice + 1).castTo(scope.dataType());
            SDVariable flat = shift.apply(choice - options.distance()).flat().variable();
            SDVariable part = flat.mul(reached.sub(passed));
            sum = sum == null ? part : sum.add(part);
        }
        return new Tensor(Objects.requireNonNull(sum), data.spec().flat()).as(data.spec());
    }

    /** Pixel i takes pixel {@code i - by}. */
    private double[][] matrix(int length, int by) {
        double[][] matrix = new double[length][length];
        for (int to = 0; to < length; to++) {
            int from = to - by;
            int within = Math.max(0, Math.min(length - 1, from));
            if (from == within || options.padding() == Padding.EDGE) {
                matrix[to][within] = 1;
            }
        }
        return matrix;
    }
}
