package dev.diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files of numbers, row by row, for readers that make something else of them than vectors. */
public final class CsvRows {
    private CsvRows() {}

    /** Takes rows. */
    @FunctionalInterface
    public interface Consumer {
        void accept(CsvRow row) throws IOException;
    }

    /**
     * Reads a file, compressed with gzip or not; blank lines are no rows.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it is no such table
     */
    public static void forEach(Path path, Consumer consumer) throws IOException {
        if (Files.size(path) == 0) {
            throw DataErrors.empty(path.toString());
        }
        try (InputStream in = DataFile.uncompressed(path)) {
            CsvFile.forEach(in, path.toString(), row -> {
                if (!CsvTable.isBlank(row)) {
                    consumer.accept(new CsvRow(
                            row.getFields().stream().map(String::strip).toList(),
                            path + ":" + row.getStartingLineNumber()));
                }
            });
        }
    }
}
