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
    private final int rows;
    private final int columns;
    private final Call[][] calls;

    /** A call of BLAS: a tile of a piece's rows. */
    private record Call(
            Factors factors, FloatPointer left, FloatPointer right, FloatPointer target, Tile size, boolean first) {}

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
        this.calls = new Call[pieces][];
        for (int i = 0; i < pieces; i++) {
            List<Call> list = new ArrayList<>();
            for (Factors product : factors) {
                add(list, product, result, starts[i], starts[i + 1], product == factors[0]);
            }
            calls[i] = list.toArray(Call[]::new);
        }
    }

    private void add(List<Call> list, Factors product, FloatMemory result, int begin, int end, boolean first) {
        Tile tile = Tile.of(
                Tile.smallKernels(), product.transposeA(), product.transposeB(), end - begin, columns, product.inner());
        for (int row = begin; row < end; row += tile.rows()) {
            for (int column = 0; column < columns; column += tile.columns()) {
                for (int from = 0; from < product.inner(); from += tile.inner()) {
                    Tile size = new Tile(
                            Math.min(tile.rows(), end - row),
                            Math.min(tile.columns(), columns - column),
                            Math.min(tile.inner(), product.inner() - from));
                    list.add(call(product, result, row, column, from, size, first && from == 0));
                }
            }
        }
    }

    private Call call(Factors product, FloatMemory result, int row, int column, int from, Tile size, boolean first) {
        long left = product.transposeA() ? (long) from * rows + row : (long) row * product.inner() + from;
        long right = product.transposeB() ? (long) column * product.inner() + from : (long) from * columns + column;
        FloatPointer target = result.at((long) row * columns + column);
        return new Call(product, product.a().at(left), product.b().at(right), target, size, first);
    }

    /** Whether products with few rows run at the speed of others on this machine. */
    public static boolean isFastWithFewRows() {
        return Tile.smallKernels();
    }

    @Override
    public int pieces() {
        return calls.length;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        for (Call call : calls[piece]) {
            Factors product = call.factors();
            cblas_sgemm(
                    CblasRowMajor,
                    product.transposeA() ? CblasTrans : CblasNoTrans,
                    product.transposeB() ? CblasTrans : CblasNoTrans,
                    call.size().rows(),
                    call.size().columns(),
                    call.size().inner(),
                    1f,
                    call.left(),
                    product.transposeA() ? rows : product.inner(),
                    call.right(),
                    product.transposeB() ? product.inner() : columns,
                    call.first() ? 0f : 1f,
                    call.target(),
                    columns);
        }
    }
}
