package dev.diabolo.engine.compute;

import java.util.Locale;
import java.util.Set;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How much of a matrix product one call of BLAS computes.
 *
 * <p>For processors with AVX-512, OpenBLAS has kernels that multiply small matrices where they lie, without copying them first
 * into an order of its own. Cut into such products, one with few rows runs at twice its speed, and a large one is a tenth faster.
 * Elsewhere cutting costs up to two thirds, and one call computes the whole. The sizes are measured: see
 * {@code docs/performance.md}.
 *
 * @param rows of the result
 * @param columns of the result
 * @param inner length of the sums, as many as add to the result in one call
 */
record Tile(int rows, int columns, int inner) {
    /** Multiplications up to which OpenBLAS uses these kernels (sgemm_small_kernel_permit for SkylakeX). */
    private static final int SMALL = 1_000_000;

    private static final int SIDE = 64;

    private static final int MOST_SUMMED_OF_COLUMNS = 128;

    /** With the second matrix transposed the kernels read both along rows, and want long ones. */
    private static final int LEAST_INNER_OF_ROWS = 392;

    private static final int SIDE_OF_ROWS = 32;

    private static final Set<String> CORES_WITH_SMALL_KERNELS = Set.of("skylakex", "cooperlake", "sapphirerapids");

    /** As ND4J numbers instruction sets. */
    private static final int AVX_512 = 3;

    /** Whether this machine's OpenBLAS has the kernels for small products. */
    static boolean smallKernels() {
        return Machine.SMALL_KERNELS;
    }

    private static final class Machine {
        private static final boolean SMALL_KERNELS = find();

        /** OpenBLAS chooses its kernels by the processor, unless a variable names them. */
        private static boolean find() {
            String chosen = System.getenv("OPENBLAS_CORETYPE");
            return chosen == null || chosen.isBlank()
                    ? NativeOpsHolder.getInstance().getDeviceNativeOps().optimalLevel() >= AVX_512
                    : CORES_WITH_SMALL_KERNELS.contains(chosen.strip().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * The best tile of a product {@code op(A) op(B)}.
     *
     * @param smallKernels as {@link #smallKernels()}
     */
    static Tile of(boolean smallKernels, boolean transposeA, boolean transposeB, int rows, int columns, int inner) {
        Tile whole = new Tile(rows, columns, inner);
        boolean small = (long) rows * columns * inner <= SMALL;
        if (!smallKernels || small || transposeA && transposeB || transposeB && inner < LEAST_INNER_OF_ROWS) {
            return whole;
        }
        if (transposeA) {
            int across = Math.min(columns, SIDE);
            int summed = step(inner, MOST_SUMMED_OF_COLUMNS, 1);
            return new Tile(step(rows, SMALL / (across * summed), 8), across, summed);
        }
        int side = transposeB ? SIDE_OF_ROWS : SIDE;
        int down = step(rows, side, 8);
        int across = Math.min(columns, side);
        return new Tile(down, across, step(inner, SMALL / (down * across), 1));
    }

    /** Equal steps of at most some length over a size; of a multiple of a number, where it is cut at all. */
    private static int step(int size, int most, int multiple) {
        if (size <= most) {
            return size;
        }
        int parts = (size + most - 1) / most;
        int step = (size + parts - 1) / parts;
        return Math.min(most, (step + multiple - 1) / multiple * multiple);
    }
}
