package dev.diabolo;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is learnt from data, and yet is hardly what was meant. */
final class DataWarnings {
    /** A column whose range is this many times another's leaves nothing of the other in errors and in pictures of them. */
    private static final float MOST_DIFFERENT = 100;

    private final Dataset data;

    DataWarnings(Dataset data) {
        this.data = data;
    }

    List<String> all() {
        List<String> warnings = new ArrayList<>();
        if (data.train().size() == 1) {
            warnings.add("there is a single example of " + data.spec() + " to learn from"
                    + (data.spec().rank() == 2
                            ? "; if it is one long series, cut it into many with data.window, as in --set data.window=50"
                            : ""));
        } else if (data.spec().rank() == 1) {
            differentColumns(warnings);
        }
        return warnings;
    }

    /** All columns of a table are scaled together: those of a small range become nearly constant. */
    private void differentColumns(List<String> warnings) {
        float[][] ends = ends(data.train());
        int least = -1;
        int most = -1;
        for (int column = 0; column < ends[0].length; column++) {
            float range = ends[1][column] - ends[0][column];
            if (range > 0) {
                least = least < 0 || range < ends[1][least] - ends[0][least] ? column : least;
                most = most < 0 || range > ends[1][most] - ends[0][most] ? column : most;
            }
        }
        if (least >= 0 && range(ends, most) > MOST_DIFFERENT * range(ends, least)) {
            warnings.add("columns have very different ranges: " + name(most) + " goes from " + ends[0][most] + " to "
                    + ends[1][most] + ", and " + name(least) + " from " + ends[0][least] + " to "
                    + ends[1][least]
                    + "; all are scaled by one factor, so that nearly nothing of the small ones is learnt, and mse and psnr hide"
                    + " it; bring the columns to like ranges first, such as [0, 1] each");
        }
    }

    /** Counted from 1, with its name in the header where there is one. */
    private String name(int column) {
        return "column " + (column + 1)
                + (data.columns().isEmpty() ? "" : " (" + data.columns().get(column) + ")");
    }

    private static float range(float[][] ends, int column) {
        return ends[1][column] - ends[0][column];
    }

    /** The least and the greatest value of each column. */
    private static float[][] ends(Examples examples) {
        TensorSpec spec = examples.spec();
        float[][] ends = new float[2][spec.size()];
        Arrays.fill(ends[0], Float.POSITIVE_INFINITY);
        Arrays.fill(ends[1], Float.NEGATIVE_INFINITY);
        float[] row = new float[spec.size()];
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, row, 0);
            for (int column = 0; column < row.length; column++) {
                ends[0][column] = Math.min(ends[0][column], row[column]);
                ends[1][column] = Math.max(ends[1][column], row[column]);
            }
        }
        return ends;
    }
}
