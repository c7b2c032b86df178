package dev.diabolo.benchmarks.diabolo;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import dev.diabolo.benchmarks.measure.MeasuringProcess;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The beginning of a process that measures what one core can do at best: GFLOP/s in a single-precision product of 2000 x 2000
 * matrices, by the OpenBLAS that the engine uses. Arguments: seconds of warm-up, seconds of measuring.
 */
public final class MatrixPeak {
    private static final int SIZE = 2000;

    private MatrixPeak() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        blas_set_num_threads(1);
        FloatPointer left = ones();
        FloatPointer right = ones();
        FloatPointer result = ones();
        best(left, right, result, Double.parseDouble(arguments[0]));
        double seconds = best(left, right, result, Double.parseDouble(arguments[1]));
        MeasuringProcess.print(2.0 * SIZE * SIZE * SIZE / seconds / 1e9);
        System.exit(0);
    }

    private static FloatPointer ones() {
        float[] ones = new float[SIZE * SIZE];
        java.util.Arrays.fill(ones, 1f);
        return new FloatPointer(ones);
    }

    /** Seconds of the fastest product. */
    private static double best(FloatPointer left, FloatPointer right, FloatPointer result, double seconds) {
        double best = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        do {
            long productBegin = System.nanoTime();
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasNoTrans,
                    SIZE,
                    SIZE,
                    SIZE,
                    1f,
                    left,
                    SIZE,
                    right,
                    SIZE,
                    0f,
                    result,
                    SIZE);
            best = Math.min(best, (System.nanoTime() - productBegin) / 1e9);
        } while (System.nanoTime() - begin < seconds * 1e9);
        return best;
    }
}
