package dev.diabolo;

import dev.diabolo.data.ValueRange;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.spi.Support;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Collections;
import java.util.List;

/** Refuses data that the model's loss or likelihood is not defined for, with the first value that is not and its place. */
final class UnitInterval {
    private UnitInterval() {}

    /**
     * @param name of the data
     * @param columns the names of their values; empty where they have none
     */
    static void require(ModelDefinition model, Examples scaled, String name, List<String> columns) {
        requireSupported(model.likelihood().supports(scaled.spec()), scaled, name, columns);
        if (model.loss().needsUnitInterval()) {
            requireSupported(Collections.nCopies(scaled.spec().size(), Support.UNIT_INTERVAL), scaled, name, columns);
        }
    }

    private static void requireSupported(List<Support> supports, Examples scaled, String name, List<String> columns) {
        if (supports.stream().allMatch(Support.ANY::equals) || isInUnitInterval(supports, scaled)) {
            return;
        }
        Support[] wanted = supports.toArray(Support[]::new);
        float[] row = new float[wanted.length];
        for (int i = 0; i < scaled.size(); i++) {
            scaled.read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                if (!wanted[j].contains(row[j])) {
                    String column = columns.isEmpty()
                            ? "column " + j + " of the data, counted from 0,"
                            : "column '" + columns.get(j) + "' of the data";
                    throw refused(wanted[j], scaled, new Place(i, j, row[j], column), name);
                }
            }
        }
    }

    /** Often known without reading the data. */
    private static boolean isInUnitInterval(List<Support> supports, Examples scaled) {
        if (supports.contains(Support.COUNTS)) {
            return false;
        }
        ValueRange range = ValueRange.of(scaled);
        return range.min() >= 0 && range.max() <= 1;
    }

    private record Place(int row, int column, float value, String called) {}

    private static DiaboloException refused(Support support, Examples scaled, Place first, String name) {
        ValueRange range = ofColumn(scaled, first.column());
        String found = first.called() + " lies in [" + range.min() + ", "
                + range.max() + "]; the first value that cannot be is " + first.value() + " in row "
                + (first.row() + 1);
        if (support == Support.UNIT_INTERVAL) {
            return DiaboloException.user(
                    "data.outside-unit-interval",
                    Problem.of("the model is defined for values in [0, 1], and " + found)
                            .at(name)
                            .remedy(
                                    "use data of the same range as the model was trained on, or a loss and a likelihood that are defined for any values"));
        }
        return DiaboloException.user(
                first.value() < 0 ? "data.negative-counts" : "data.fractional-counts",
                Problem.of("the model is defined for counts, and " + found)
                        .at(name)
                        .allowed("whole numbers of at least 0")
                        .remedy(
                                "choose a likelihood that is defined for any values, or one for each group of columns"));
    }

    private static ValueRange ofColumn(Examples examples, int column) {
        float[] row = new float[examples.spec().size()];
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, row, 0);
            min = Math.min(min, row[column]);
            max = Math.max(max, row[column]);
        }
        return new ValueRange(min, max);
    }
}
