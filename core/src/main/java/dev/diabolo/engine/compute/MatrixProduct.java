package dev.diabolo.engine.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** A sum of matrix products {@code op(A) op(B)}, by BLAS; each piece computes some rows of the result. */
public final class MatrixProduct implements Kernel {
    /** OpenBLAS has kernels for products of at most this many multiplications (kernel/x86_64/sgemm_small_kernel_permit). */
    private static final int SMALL = 1_000_000;

    /** Less of the inner dimension in one call costs more in reading and writing the result than it gains. */
    private static final int LEAST_INNER = 32;

    private final int rows;
    private final int columns;
    private final int[] starts;
    private final FloatPointer[] targets;
    private final Part[][] parts;

    /** A call of BLAS: a piece's rows of one product, over a range of its inner dimension. */
    private record Part(Factors factors, FloatPointer left, FloatPointer right, int inner) {}

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
        this.rows = starts[pieces];
        this.columns = columns;
        this.starts = starts.clone();
        this.targets = new FloatPointer[pieces];
        for (int i = 0; i < pieces; i++) {
            targets[i] = result.at((long) starts[i] * columns);
        }
        this.parts = new Part[pieces][];
        for (int i = 0; i < pieces; i++) {
            List<Part> calls = new ArrayList<>();
            for (Factors product : factors) {
                int most = innerAtOnce(product, starts[i + 1] - starts[i]);
                for (int from = 0; from < product.inner(); from += most) {
                    calls.add(part(product, starts[i], from, Math.min(most, product.inner() - from)));
                }
            }
            parts[i] = calls.toArray(Part[]::new);
        }
    }

    /**
     * How much of the inner dimension one call covers. A sum over many rows that gives a small matrix, as the gradient of
     * weights is, is a third faster in parts that OpenBLAS multiplies without rearranging them first.
     */
    private int innerAtOnce(Factors product, int height) {
        int most = SMALL / Math.max(1, height * columns);
        return product.transposeA() && !product.transposeB() && most >= LEAST_INNER ? most : product.inner();
    }

    private Part part(Factors product, int row, int from, int inner) {
        long left = product.transposeA() ? (long) from * rows + row : (long) row * product.inner() + from;
        long right = product.transposeB() ? from : (long) from * columns;
        return new Part(product, product.a().at(left), product.b().at(right), inner);
    }

    @Override
    public int pieces() {
        return targets.length;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        int height = starts[piece + 1] - starts[piece];
        for (int i = 0; i < parts[piece].length; i++) {
            Part part = parts[piece][i];
            Factors product = part.factors();
            cblas_sgemm(
                    CblasRowMajor,
                    product.transposeA() ? CblasTrans : CblasNoTrans,
                    product.transposeB() ? CblasTrans : CblasNoTrans,
                    height,
                    columns,
                    part.inner(),
                    1f,
                    part.left(),
                    product.transposeA() ? rows : product.inner(),
                    part.right(),
                    product.transposeB() ? product.inner() : columns,
                    i == 0 ? 0f : 1f,
                    targets[piece],
                    columns);
        }
    }
}
