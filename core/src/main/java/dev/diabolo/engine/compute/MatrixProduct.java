package dev.diabolo.engine.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/** A sum of matrix products {@code op(A) op(B)}, by BLAS; each piece computes some rows of the result. */
public final class MatrixProduct implements Kernel {
    private final Factors[] factors;
    private final int rows;
    private final int columns;
    private final int[] starts;
    private final FloatPointer[][] lefts;
    private final FloatPointer[] rights;
    private final FloatPointer[] targets;

    /**
     * The two matrices of one product, row by row in memory.
     *
     * @param a {@code [rows, inner]}, or {@code [inner, rows]} where it is transposed
     * @param b {@code [inner, columns]}, or {@code [columns, inner]} where it is transposed
     */
    public record Factors(FloatMemory a, boolean transposeA, FloatMemory b, boolean transposeB, int inner) {}

    /**
     * @param factors of each product, at least one
     * @param result {@code [rows, columns]}
     * @param starts the row at which each piece begins, and the number of rows
     */
    public MatrixProduct(Factors[] factors, FloatMemory result, int columns, int[] starts) {
        int pieces = starts.length - 1;
        this.factors = factors.clone();
        this.rows = starts[pieces];
        this.columns = columns;
        this.starts = starts.clone();
        this.targets = new FloatPointer[pieces];
        for (int i = 0; i < pieces; i++) {
            targets[i] = result.at((long) starts[i] * columns);
        }
        this.lefts = new FloatPointer[factors.length][pieces];
        this.rights = new FloatPointer[factors.length];
        for (int f = 0; f < factors.length; f++) {
            rights[f] = factors[f].b().at(0);
            for (int i = 0; i < pieces; i++) {
                long skipped = factors[f].transposeA() ? starts[i] : (long) starts[i] * factors[f].inner();
                lefts[f][i] = factors[f].a().at(skipped);
            }
        }
    }

    @Override
    public int pieces() {
        return targets.length;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        int height = starts[piece + 1] - starts[piece];
        for (int f = 0; f < factors.length; f++) {
            Factors product = factors[f];
            cblas_sgemm(
                    CblasRowMajor,
                    product.transposeA() ? CblasTrans : CblasNoTrans,
                    product.transposeB() ? CblasTrans : CblasNoTrans,
                    height,
                    columns,
                    product.inner(),
                    1f,
                    lefts[f][piece],
                    product.transposeA() ? rows : product.inner(),
                    rights[f],
                    product.transposeB() ? product.inner() : columns,
                    f == 0 ? 0f : 1f,
                    targets[piece],
                    columns);
        }
    }
}
