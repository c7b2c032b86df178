package dev.diabolo.engine.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Images of maps, image by image: the transposed weights' matrix times the maps is a column matrix, whose values are added up
 * where windows overlap. It is also the gradient of a convolution with respect to its images.
 */
public final class TransposedConvolution implements Kernel {
    private final ConvolutionShape shape;
    private final Columns columns;
    private final FloatMemory maps;
    private final FloatPointer weights;
    private final FloatMemory images;
    private final int[] starts;

    /**
     * @param maps {@code [n, maps, rows, columns]}
     * @param images {@code [n, channels, height, width]}, the result
     * @param starts the image at which each piece begins, and the number of images
     */
    public TransposedConvolution(
            ConvolutionShape shape, FloatMemory maps, FloatMemory weights, FloatMemory images, int[] starts) {
        this.shape = shape;
        this.columns = new Columns(shape);
        this.maps = maps;
        this.weights = weights.at(0);
        this.images = images;
        this.starts = starts.clone();
    }

    @Override
    public int pieces() {
        return starts.length - 1;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        boolean mapsFirst = shape.order().mapsFirst();
        FloatPointer source = maps.at(0);
        long first = source.position();
        FloatMemory matrix = columns.columns(scratch);
        for (int n = starts[piece]; n < starts[piece + 1]; n++) {
            cblas_sgemm(
                    CblasRowMajor,
                    mapsFirst ? CblasTrans : CblasNoTrans,
                    CblasNoTrans,
                    shape.windowLength(),
                    shape.windows(),
                    shape.maps(),
                    1f,
                    weights,
                    mapsFirst ? shape.windowLength() : shape.maps(),
                    source.position(first + (long) n * shape.mapsLength()),
                    shape.windows(),
                    0f,
                    matrix.start(),
                    shape.windows());
            columns.addUp(matrix, images, n * shape.imageLength(), scratch);
        }
    }
}
