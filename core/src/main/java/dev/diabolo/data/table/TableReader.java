package dev.diabolo.data.table;

import dev.diabolo.data.ConditionedExamples;
import dev.diabolo.data.CsvRow;
import dev.diabolo.data.CsvRows;
import dev.diabolo.data.DataErrors;
import dev.diabolo.data.DataReader;
import dev.diabolo.data.ExampleSpool;
import dev.diabolo.data.ExampleStore;
import dev.diabolo.data.Recognition;
import dev.diabolo.data.RowTable;
import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables with a header, of which some columns may be what a model is conditioned on.
 *
 * <p><b>Shapes</b>: {@code [columns]}. <b>Units</b>: those of the file.
 */
public final class TableReader implements DataReader<TableOptions> {
    private static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "txt");

    @Inject
    public TableReader() {}

    @Override
    public String name() {
        return "table";
    }

    @Override
    public String summary() {
        return "a CSV file with a header, of which columns are chosen by name: values of an example, and what it is"
                + " conditioned on";
    }

    @Override
    public Class<TableOptions> optionsType() {
        return TableOptions.class;
    }

    /** A CSV file is a table of vectors, unless somebody says otherwise. */
    @Override
    public Recognition recognise(Path path) {
        return Recognition.NO;
    }

    @Override
    public boolean acceptsWhereKnown(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path)
                && EXTENSIONS.stream().anyMatch(end -> name.endsWith("." + end) || name.endsWith("." + end + ".gz"));
    }

    @Override
    public Content<TableOptions> read(Path path, TableOptions options, ExampleStore store) throws IOException {
        return read(path, new Seen(options, false), store);
    }

    /** What a model is conditioned on may be given to it otherwise: it is for the model to miss it. */
    @Override
    public Content<TableOptions> read(Path path, TableOptions options, Set<String> inherited, ExampleStore store)
            throws IOException {
        return read(path, new Seen(options, inherited.contains("condition")), store);
    }

    private static Content<TableOptions> read(Path path, Seen seen, ExampleStore store) throws IOException {
        if (Files.isDirectory(path)) {
            throw noTable(path.toString(), "this is a directory");
        }
        CsvRows.forEach(path, seen::add);
        TableColumns columns = seen.columns(path);
        List<ConditionColumn> conditions =
                seen.cells.stream().map(ConditionCells::found).toList();
        RowTable rows = store.collect(
                "table",
                List.of(path),
                false,
                spool -> CsvRows.forEach(path, new Filling(columns, seen.cells, spool)::add));
        int width = columns.values().size();
        Examples examples = conditions.isEmpty()
                ? rows
                : new FileRows(
                        new ConditionedExamples(
                                rows.columns(0, width), conditions, rows.columns(width, conditions.size())),
                        path);
        List<String> names =
                columns.values().stream().map(columns.header()::get).toList();
        TableOptions found = new TableOptions(
                seen.options.condition(),
                conditions.stream()
                        .filter(column -> !column.isNumber())
                        .map(ConditionColumn::name)
                        .toList(),
                names);
        return new Content<>(origin(path, conditions), examples, Optional.empty(), found, names);
    }

    private static DiaboloException noTable(String where, String what) {
        return DiaboloException.user(
                "data.no-table",
                Problem.of(what + ", and no table with columns to choose from")
                        .at(where)
                        .allowed("a CSV file whose first row names its columns")
                        .remedy(
                                "name such a file, or leave out data.reader=table and data.condition, which --condition sets"));
    }

    private static String origin(Path path, List<ConditionColumn> conditions) {
        return "table " + path
                + (conditions.isEmpty()
                        ? ""
                        : " given "
                                + conditions.stream()
                                        .map(ConditionColumn::toString)
                                        .collect(Collectors.joining("; ")));
    }

    /** Looks at the rows once: what their columns are, and whether conditions are numbers. */
    private static final class Seen {
        private final boolean fewer;
        private final List<ConditionCells> cells = new ArrayList<>();
        private TableOptions options;
        private @Nullable TableColumns columns;
        private boolean rows;

        /**
         * @param fewer whether conditions may be missing, which are left out then
         */
        Seen(TableOptions options, boolean fewer) {
            this.options = options;
            this.fewer = fewer;
        }

        void add(CsvRow row) {
            TableColumns known = columns;
            if (known == null) {
                begin(row);
                return;
            }
            known.requireWidth(row);
            cells.forEach(cell -> cell.see(row));
            rows = true;
        }

        private void begin(CsvRow header) {
            // Arrays, pictures and archives; their bytes would be told as names of columns.
            if (header.cells().stream()
                    .anyMatch(name -> name.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c)))) {
                throw noTable(header.place(), "this is no text");
            }
            options = fewer ? TableColumns.present(header, options) : options;
            TableColumns found = TableColumns.of(header, options);
            for (int i = 0; i < found.conditions().size(); i++) {
                int column = found.conditions().get(i);
                String name = options.condition().get(i);
                cells.add(new ConditionCells(
                        name, column, found.name(column), options.categorical().contains(name)));
            }
            columns = found;
        }

        TableColumns columns(Path path) {
            if (columns == null || !rows) {
                throw DataErrors.empty(path.toString());
            }
            return columns;
        }
    }

    /** Takes the rows: values, and conditions behind them. */
    private static final class Filling {
        private final TableColumns columns;
        private final List<ConditionCells> cells;
        private final ExampleSpool spool;
        private final float[] row;
        private boolean header = true;

        Filling(TableColumns columns, List<ConditionCells> cells, ExampleSpool spool) {
            this.columns = columns;
            this.cells = cells;
            this.spool = spool;
            this.row = new float[columns.values().size() + cells.size()];
        }

        void add(CsvRow from) throws IOException {
            if (header) {
                header = false;
                return;
            }
            int width = columns.values().size();
            for (int i = 0; i < width; i++) {
                int column = columns.values().get(i);
                row[i] = from.number(column, columns.name(column));
            }
            for (int i = 0; i < cells.size(); i++) {
                row[width + i] = cells.get(i).number(from);
            }
            TensorSpec spec = TensorSpec.of(row.length);
            if (columns.label().isPresent()) {
                int label = columns.label().getAsInt();
                spool.add(spec, row, from.label(label, columns.name(label)));
            } else {
                spool.add(spec, row);
            }
        }
    }
}
