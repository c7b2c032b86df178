package dev.diabolo.engine.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** A sum of matrix products {@code op(A) op(B)}, by BLAS; each piece computes some rows of the result, or some columns. */
public final class MatrixProduct implements Kernel {
    /** Values of a matrix from which on its product with one row is faster by BLAS' routine for vectors: by up to a quarter. */
    private static final int LEAST_OF_VECTOR = 1 << 15;

    private final int rows;
    private final int columns;
    private final Call[][] calls;

    /** A call of BLAS: a tile of a piece. */
    private record Call(
            Factors factors, FloatPointer left, FloatPointer right, FloatPointer target, Tile size, boolean first) {}

    /**
     * The two matrices of one product, row by row in memory.
     *
     * @param a {@code [rows, inner]}, or {@code [inner, rows]} where it is transposed
     * @param b {@code [inner, columns]}, or {@code [columns, inner]} where it is transposed
     */
    public record Factors(FloatMemory a, boolean transposeA, FloatMemory b, boolean transposeB, int inner) {}

    private record Part(int firstRow, int endRow, int firstColumn, int endColumn) {}

    private MatrixProduct(Factors[] factors, FloatMemory result, int rows, int columns, Part[] parts) {
        this.rows = rows;
        this.columns = columns;
        this.calls = new Call[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            List<Call> list = new ArrayList<>();
            for (Factors product : factors) {
                add(list, product, result, parts[i], product == factors[0]);
            }
            calls[i] = list.toArray(Call[]::new);
        }
    }

    /**
     * A product of which each piece computes some rows.
     *
     * @param factors of each product, at least one
     * @param result {@code [rows, columns]}
     * @param starts the row at which each piece begins, and the number of rows
     */
    public static MatrixProduct byRows(Factors[] factors, FloatMemory result, int columns, int[] starts) {
        Part[] parts = new Part[starts.length - 1];
        Arrays.setAll(parts, i -> new Part(starts[i], starts[i + 1], 0, columns));
        return new MatrixProduct(factors, result, starts[parts.length], columns, parts);
    }

    /**
     * A product of which each piece computes some columns.
     *
     * @param factors of each product, at least one
     * @param result {@code [rows, columns]}
     * @param starts the column at which each piece begins, and the number of columns
     */
    public static MatrixProduct byColumns(Factors[] factors, FloatMemory result, int rows, int[] starts) {
        Part[] parts = new Part[starts.length - 1];
        Arrays.setAll(parts, i -> new Part(0, rows, starts[i], starts[i + 1]));
        return new MatrixProduct(factors, result, rows, starts[parts.length], parts);
    }

    private void add(List<Call> list, Factors product, FloatMemory result, Part part, boolean first) {
        int height = part.endRow() - part.firstRow();
        int width = part.endColumn() - part.firstColumn();
        Tile tile = Tile.of(
                Tile.smallKernels(), product.transposeA(), product.transposeB(), height, width, product.inner());
        // Columns outside: what a core reads of the second matrix stays near while the first, the smaller one, passes.
        for (int column = part.firstColumn(); column < part.endColumn(); column += tile.columns()) {
            for (int row = part.firstRow(); row < part.endRow(); row += tile.rows()) {
                for (int from = 0; from < product.inner(); from += tile.inner()) {
                    Tile size = new Tile(
                            Math.min(tile.rows(), part.endRow() - row),
                            Math.min(tile.columns(), part.endColumn() - column),
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
            if (isOfVector(call)) {
                multiplyVector(call);
            } else {
                multiply(call);
            }
        }
    }

    private static boolean isOfVector(Call call) {
        Factors product = call.factors();
        Tile size = call.size();
        return size.rows() == 1
                && !product.transposeA()
                && !product.transposeB()
                && size.columns() * size.inner() >= LEAST_OF_VECTOR;
    }

    private void multiplyVector(Call call) {
        cblas_sgemv(
                CblasRowMajor,
                CblasTrans,
                call.size().inner(),
                call.size().columns(),
                1f,
                call.right(),
                columns,
                call.left(),
                1,
                call.first() ? 0f : 1f,
                call.target(),
                1);
    }

    private void multiply(Call call) {
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
