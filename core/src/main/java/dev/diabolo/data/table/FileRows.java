package dev.diabolo.data.table;

import dev.diabolo.data.CsvRows;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.ExamplesView;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The rows of a table, which know where they stand in its file.
 *
 * @param source an example for each row but the first
 */
record FileRows(Examples source, Path path) implements ExamplesView {
    /** File and line. The file is read again, since lines are asked for in messages alone, and there may be very many. */
    @Override
    public String origin(int index) {
        String[] found = {path + ", row " + (index + 1)};
        int[] row = {-1};
        try {
            CsvRows.forEach(path, cells -> {
                if (row[0]++ == index) {
                    found[0] = cells.place();
                }
            });
        } catch (IOException gone) {
            // The number of the row is what is left to tell.
            return found[0];
        }
        return found[0];
    }
}
