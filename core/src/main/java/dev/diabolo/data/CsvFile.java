package dev.diabolo.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Tables of numbers as text: comma, semicolon or tab between cells, a header or none, an optional column named
 * {@code label}. A row is a vector, since nothing in such a file tells the shape of an image.
 */
final class CsvFile {
    /** A colour image of 512x512 has 786,432 values. */
    private static final int MOST_COLUMNS = 1 << 20;

    private static final int LONGEST_ROW = 1 << 26;

    private CsvFile() {}

    /**
     * The examples.
     *
     * @param in supports marks of {@link CsvSeparator#LOOK_AHEAD} bytes; the caller closes it
     * @param spool takes the values; the caller closes it
     */
    static Examples read(InputStream in, String where, ValueSpool spool) throws IOException {
        CsvTable table = new CsvTable(where, spool);
        forEach(in, where, table::add);
        return table.examples();
    }

    /** Takes records. */
    interface Consumer {
        void accept(CsvRecord row) throws IOException;
    }

    /**
     * Reads records.
     *
     * @param in supports marks of {@link CsvSeparator#LOOK_AHEAD} bytes; the caller closes it
     */
    static void forEach(InputStream in, String where, Consumer consumer) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(in)) {
            for (CsvRecord row : reader) {
                consumer.accept(row);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (CsvParseException failure) {
            throw DiaboloException.user(
                    "data.malformed-csv",
                    Problem.of(deepest(failure).getMessage()).at(where));
        }
    }

    /**
     * The names of the columns, but for that of labels; empty where there is no header, and where it would be none without labels.
     *
     * @param in as {@link #forEach} takes it
     */
    static List<String> names(InputStream in) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(in)) {
            return reader.stream()
                    .filter(row -> !CsvTable.isBlank(row))
                    .findFirst()
                    .map(CsvTable::names)
                    .orElse(List.of());
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static CsvReader<CsvRecord> reader(InputStream in) throws IOException {
        char separator = CsvSeparator.detect(in);
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                .build(CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS)), in);
    }

    private static Throwable deepest(Throwable failure) {
        return failure.getCause() == null ? failure : deepest(failure.getCause());
    }
}
