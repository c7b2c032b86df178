package dev.diabolo.engine.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Maps of images, image by image: the weights' matrix times the image's column matrix. BLAS writes the maps where they
 * belong, and for products as small as these loses nothing against several images at once.
 */
public final class Convolution implements Kernel {
    private final ConvolutionShape shape;
    private final Columns columns;
    private final FloatMemory images;
    private final FloatPointer weights;
    private final FloatMemory maps;
    private final int[] starts;

    /**
     * @param images {@code [n, channels, height, width]}
     * @param maps {@code [n, maps, rows, columns]}, the result
     * @param starts the image at which each piece begins, and the number of images
     */
    public Convolution(
            ConvolutionShape shape, FloatMemory images, FloatMemory weights, FloatMemory maps, int[] starts) {
        this.shape = shape;
        this.columns = new Columns(shape);
        this.images = images;
        this.weights = weights.at(0);
        this.maps = maps;
        this.starts = starts.clone();
    }

    @Override
    public int pieces() {
        return starts.length - 1;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        boolean mapsFirst = shape.order().mapsFirst();
        FloatPointer target = maps.at(0);
        long first = target.position();
        for (int n = starts[piece]; n < starts[piece + 1]; n++) {
            cblas_sgemm(
                    CblasRowMajor,
                    mapsFirst ? CblasNoTrans : CblasTrans,
                    CblasNoTrans,
                    shape.maps(),
                    shape.windows(),
                    shape.windowLength(),
                    1f,
                    weights,
                    mapsFirst ? shape.windowLength() : shape.maps(),
                    columns.of(images, n * shape.imageLength(), scratch),
                    shape.windows(),
                    0f,
                    target.position(first + (long) n * shape.mapsLength()),
                    shape.windows());
        }
    }
}
