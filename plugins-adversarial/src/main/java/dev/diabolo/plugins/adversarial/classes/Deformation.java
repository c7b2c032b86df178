package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Images a little shifted, sheared, rotated and scaled at random, as far as their first derivatives tell.
 *
 * <p><b>Shapes:</b> images {@code [batch, channels, height, width]}; kept.
 *
 * <p><b>Formula:</b> {@code x - a dx/di - b dx/dj} at column i and row j, with {@code a = s (n_0 + n_1 u + n_2 v)}, {@code b = s (n_3 + n_4 u
 * + n_5 v)}, six normal numbers n for each image, and u, v the same place in [-1, 1] across and down. Derivatives are for each pixel: half the
 * differences of neighbours, with nothing beyond the edge.
 *
 * <p><b>Errors:</b> data that are no images are refused (USER).
 *
 * <p><b>Source:</b> tangent vectors of Simard, LeCun and Denker 1993.
 *
 * @param pixels s, the deviation of each number
 */
record Deformation(double pixels) {
    private static final int FIELDS = 3;

    Tensor of(GraphScope scope, Tensor images) {
        TensorSpec spec = images.spec();
        if (spec.rank() != 3) {
            throw DiaboloException.user(
                    "loss.no-images",
                    Problem.of("data of shape " + spec + " cannot be deformed as images")
                            .at("loss.consistency")
                            .allowed("images, of shape [channels, height, width]")
                            .remedy("set loss.consistency=0"));
        }
        Tensor drawn = scope.noise("deformation", NoiseKind.STANDARD_NORMAL, TensorSpec.of(2 * FIELDS));
        SDVariable fields = fields(scope, spec);
        SDVariable across = drawn.part(0, FIELDS).variable().mmul(fields);
        SDVariable down = drawn.part(FIELDS, FIELDS).variable().mmul(fields);
        Tensor flat = images.flat();
        SDVariable moved = across.mul(acrossOf(scope, images)).add(down.mul(downOf(scope, images)));
        return flat.with(flat.variable().sub(moved)).as(spec);
    }

    /** s, s u and s v at each value of an image; shape {@code [3, values]}. */
    private SDVariable fields(GraphScope scope, TensorSpec spec) {
        int height = (int) spec.dimension(1);
        int width = (int) spec.dimension(2);
        int values = (int) spec.size();
        double[] fields = new double[FIELDS * values];
        for (int i = 0; i < values; i++) {
            fields[i] = pixels;
            fields[values + i] = pixels * place(i % width, width);
            fields[2 * values + i] = pixels * place(i / width % height, height);
        }
        return scope.constant(fields, FIELDS, values);
    }

    private static double place(int index, int length) {
        return length == 1 ? 0 : 2.0 * index / (length - 1) - 1;
    }

    /** Shape {@code [batch, values]}. */
    private static SDVariable acrossOf(GraphScope scope, Tensor images) {
        long width = images.spec().dimension(2);
        SDVariable rows = images.variable().reshape(-1, width).mmul(differences(scope, (int) width));
        return rows.reshape(-1, images.spec().size());
    }

    private static SDVariable downOf(GraphScope scope, Tensor images) {
        TensorSpec spec = images.spec();
        long height = spec.dimension(1);
        SDVariable columns = images.variable()
                .permute(0, 1, 3, 2)
                .reshape(-1, height)
                .mmul(differences(scope, (int) height))
                .reshape(-1, spec.dimension(0), spec.dimension(2), height);
        return columns.permute(0, 1, 3, 2).reshape(-1, spec.size());
    }

    /** Half the difference of the neighbours of each value of a row; beyond the edge there is nothing. */
    private static SDVariable differences(GraphScope scope, int length) {
        double[] matrix = new double[length * length];
        for (int to = 0; to < length; to++) {
            if (to > 0) {
                matrix[(to - 1) * length + to] = -0.5;
            }
            if (to < length - 1) {
                matrix[(to + 1) * length + to] = 0.5;
            }
        }
        return scope.constant(matrix, length, length);
    }
}
