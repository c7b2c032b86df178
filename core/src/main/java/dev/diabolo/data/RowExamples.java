package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import org.jspecify.annotations.Nullable;

/** Examples given as an array of rows; a copy. */
public final class RowExamples {
    private RowExamples() {}

    /**
     * Examples of rows.
     *
     * @param rows at least one, each of the same number of finite values
     * @throws DiaboloException (USER) for rows that are not so, with the number of the row (and column), counted from 1
     */
    public static Examples of(float[][] rows) {
        return of(rows, null);
    }

    /**
     * Examples of rows with labels.
     *
     * @param labels one for each row; null for none
     * @throws DiaboloException (USER) as {@link #of(float[][])}, and where there are more or fewer labels than rows
     */
    public static Examples of(float[][] rows, int @Nullable [] labels) {
        if (labels != null && labels.length != rows.length) {
            throw DiaboloException.user(
                    "data.labels-differ",
                    Problem.of("there are " + rows.length + " rows and " + labels.length + " labels")
                            .allowed("one label for each row"));
        }
        if (rows.length == 0 || rows[0].length == 0) {
            throw DataErrors.empty("rows");
        }
        int width = rows[0].length;
        if ((long) rows.length * width > Integer.MAX_VALUE - 8) {
            throw DataErrors.tooLarge("rows", (long) rows.length * width);
        }
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            requireWidth(rows[i], i, width);
            for (int j = 0; j < width; j++) {
                if (!Float.isFinite(rows[i][j])) {
                    throw DataErrors.notFinite("row " + (i + 1) + ", column " + (j + 1), Float.toString(rows[i][j]));
                }
            }
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return new ArrayExamples(
                TensorSpec.of(width), new Values.Floats(values), labels == null ? null : labels.clone());
    }

    private static void requireWidth(float[] row, int number, int width) {
        if (row.length != width) {
            throw DiaboloException.user(
                    "data.ragged",
                    Problem.of("this row has " + row.length + " values, and the first has " + width)
                            .at("row " + (number + 1))
                            .allowed("rows of one length"));
        }
    }
}
