package dev.diabolo.engine.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The gradient of a convolution, or of a transposed one, with respect to its weights: the sum, over images, of the column
 * matrix times the maps. Each piece sums over its images; its sum is a row of the result.
 */
public final class ConvolutionWeights implements Kernel {
    private final ConvolutionShape shape;
    private final Columns columns;
    private final FloatMemory images;
    private final FloatMemory maps;
    private final FloatMemory sums;
    private final int[] starts;

    /**
     * @param images {@code [n, channels, height, width]}
     * @param maps {@code [n, maps, rows, columns]}
     * @param sums {@code [pieces, weights]}, the result
     * @param starts the image at which each piece begins, and the number of images
     */
    public ConvolutionWeights(
            ConvolutionShape shape, FloatMemory images, FloatMemory maps, FloatMemory sums, int[] starts) {
        this.shape = shape;
        this.columns = new Columns(shape);
        this.images = images;
        this.maps = maps;
        this.sums = sums;
        this.starts = starts.clone();
    }

    @Override
    public int pieces() {
        return starts.length - 1;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        boolean mapsFirst = shape.order().mapsFirst();
        int windows = shape.windows();
        FloatPointer sum = sums.at((long) piece * shape.weights());
        FloatPointer map = maps.at(0);
        long first = map.position();
        for (int n = starts[piece]; n < starts[piece + 1]; n++) {
            FloatPointer matrix = columns.of(images, n * shape.imageLength(), scratch);
            map.position(first + (long) n * shape.mapsLength());
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasTrans,
                    mapsFirst ? shape.maps() : shape.windowLength(),
                    mapsFirst ? shape.windowLength() : shape.maps(),
                    windows,
                    1f,
                    mapsFirst ? map : matrix,
                    windows,
                    mapsFirst ? matrix : map,
                    windows,
                    n == starts[piece] ? 0f : 1f,
                    sum,
                    mapsFirst ? shape.windowLength() : shape.maps());
        }
    }
}
