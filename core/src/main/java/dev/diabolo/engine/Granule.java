package dev.diabolo.engine;

/**
 * The unit in which an array of parameters is updated, and in multiples of which its gradient is cut: some whole rows, or a part of
 * a row that is long.
 */
final class Granule {
    /** Floats in a granule: three or four arrays of it stay in a core's first-level cache. */
    static final int MOST = 2048;

    private Granule() {}

    /** The rows in a granule: at least 1. */
    static int rows(int columns) {
        return Math.max(1, MOST / Math.max(1, columns));
    }

    /** The length of the granule that begins at a place of a row-major array; the last one of the array may be cut short. */
    static int length(int columns, int place) {
        if (columns <= MOST) {
            return rows(columns) * columns;
        }
        return Math.min(MOST, columns - place % columns);
    }
}
