package dev.diabolo.plugins.vae.likelihood.composite;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of data of a certain width, each in one group.
 *
 * @param columns of each group, in the order of the groups
 */
record ColumnLayout(List<int[]> columns) {
    /**
     * Divides columns among groups.
     *
     * @throws DiaboloException (USER) where a column is in no group or in two, does not exist, or nothing is left for the rest
     */
    static ColumnLayout of(List<ColumnGroup> groups, TensorSpec data) {
        int width = data.size();
        @Nullable ColumnGroup[] owners = new ColumnGroup[width];
        for (ColumnGroup group : groups) {
            group.range().ifPresent(range -> claim(group, range, owners, data));
        }
        List<int[]> columns = new ArrayList<>();
        for (ColumnGroup group : groups) {
            if (group.range().isEmpty()) {
                int[] rest = where(owners, null);
                if (rest.length == 0) {
                    throw problem("'" + group.text() + "' has no columns left, of data of shape " + data);
                }
                Arrays.stream(rest).forEach(column -> owners[column] = group);
            }
        }
        int[] missing = where(owners, null);
        if (missing.length > 0) {
            throw problem("column " + missing[0] + " of data of shape " + data + " has no likelihood");
        }
        groups.forEach(group -> columns.add(where(owners, group)));
        return new ColumnLayout(List.copyOf(columns));
    }

    private static void claim(
            ColumnGroup group, ColumnGroup.Range range, @Nullable ColumnGroup[] owners, TensorSpec data) {
        if (range.last() >= owners.length) {
            throw problem("'" + group.text() + "' names column " + range.last() + ", and data of shape " + data
                    + " end with column " + (owners.length - 1));
        }
        for (int column = range.first(); column <= range.last(); column++) {
            ColumnGroup other = owners[column];
            if (other != null) {
                throw problem("column " + column + " of data of shape " + data + " is in '" + other.text()
                        + "' and in '" + group.text() + "'");
            }
            owners[column] = group;
        }
    }

    private static int[] where(@Nullable ColumnGroup[] owners, @Nullable ColumnGroup owner) {
        return IntStream.range(0, owners.length)
                .filter(column -> owners[column] == owner)
                .toArray();
    }

    private static DiaboloException problem(String what) {
        return DiaboloException.user(
                "likelihood.uncovered-columns",
                Problem.of(what)
                        .at("likelihood.columns")
                        .allowed("every column in one group")
                        .remedy("name each column once, and end with rest=FAMILY for those that are left"));
    }
}
