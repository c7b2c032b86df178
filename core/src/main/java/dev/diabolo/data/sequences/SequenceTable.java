package dev.diabolo.data.sequences;

import dev.diabolo.data.CsvRow;
import dev.diabolo.data.DataErrors;
import dev.diabolo.data.sequences.Sequence.Step;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of one file, collected into sequences. The first row decides about header and columns. */
final class SequenceTable {
    private static final String LABEL = "label";
    private static final int ABSENT = -1;

    private final String where;
    private final SequenceOptions options;
    private final Map<String, Sequence> sequences = new LinkedHashMap<>();
    private final List<Integer> valueColumns = new ArrayList<>();
    private List<String> header = List.of();
    private int width;
    private int idColumn = ABSENT;
    private int timeColumn = ABSENT;
    private int labelColumn = ABSENT;

    SequenceTable(String where, SequenceOptions options) {
        this.where = where;
        this.options = options;
    }

    /** The names of the values; empty where there is no header. */
    List<String> names() {
        return header.isEmpty()
                ? List.of()
                : valueColumns.stream().map(header::get).toList();
    }

    /** How many values a time step has. */
    int features() {
        return options.layout() == SequenceOptions.Layout.WIDE ? options.channels() : valueColumns.size();
    }

    boolean labelled() {
        return labelColumn != ABSENT;
    }

    void add(CsvRow row) {
        if (width == 0) {
            width = row.cells().size();
            // A column of ids makes no row a header by itself, as ids may be names.
            boolean named = row.isHeader() || !options.columns().isEmpty();
            begin(named ? row.cells() : List.of(), row.place());
            if (named) {
                return;
            }
        }
        if (row.cells().size() != width) {
            throw DiaboloException.user(
                    "data.ragged-row",
                    Problem.of("expected " + width + " columns, found "
                                    + row.cells().size())
                            .at(row.place())
                            .remedy("give every row the same number of columns"));
        }
        switch (options.layout()) {
            case SERIES -> step("the series", row);
            case LONG -> step(row.cells().get(idColumn), row);
            case WIDE -> whole(row);
        }
    }

    private void begin(List<String> names, String place) {
        header = names;
        requireDifferent(place);
        labelColumn = find(LABEL, place);
        if (options.layout() == SequenceOptions.Layout.LONG) {
            idColumn = require(options.id(), "id", place);
        }
        if (options.layout() != SequenceOptions.Layout.WIDE) {
            timeColumn = options.timeMayLack() ? find(options.time(), place) : require(options.time(), "time", place);
        }
        if (options.columns().isEmpty() || options.layout() == SequenceOptions.Layout.WIDE) {
            for (int column = 0; column < width; column++) {
                if (column != idColumn && column != timeColumn && column != labelColumn) {
                    valueColumns.add(column);
                }
            }
        } else {
            options.columns().forEach(name -> valueColumns.add(require(name, "columns", place)));
        }
        if (valueColumns.isEmpty()) {
            throw DiaboloException.user(
                    "data.bad-header",
                    Problem.of("no column is left for values").at(place));
        }
    }

    private void requireDifferent(String place) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!name.isBlank() && !seen.add(name)) {
                throw ambiguous("two columns are called '" + name + "'", place);
            }
        }
    }

    /** The column of a name; if none has just this one, that which differs from it in upper and lower case alone. */
    private int find(String name, String place) {
        if (header.contains(name)) {
            return header.indexOf(name);
        }
        List<String> alike = header.stream().filter(name::equalsIgnoreCase).toList();
        if (alike.size() > 1) {
            throw ambiguous("each of the columns " + String.join(", ", alike) + " could be '" + name + "'", place);
        }
        return alike.isEmpty() ? ABSENT : header.indexOf(alike.get(0));
    }

    private static DiaboloException ambiguous(String what, String place) {
        return DiaboloException.user(
                "data.bad-header",
                Problem.of(what).at(place).allowed("columns of different names").remedy("rename one of them"));
    }

    private int require(String name, String key, String place) {
        int column = find(name, place);
        if (column < 0) {
            throw DiaboloException.user(
                    "data.bad-header",
                    Problem.of(
                                    header.isEmpty()
                                            ? "there is no header, so no column '" + name + "'"
                                            : "there is no column '" + name + "'")
                            .at(place)
                            .allowed(String.join(", ", header))
                            .remedy("name the column with data." + key));
        }
        return column;
    }

    private void step(String id, CsvRow row) {
        float[] values = new float[valueColumns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(row, valueColumns.get(i));
        }
        Sequence sequence = sequences.computeIfAbsent(id, name -> new Sequence(where + ", " + describe(name)));
        // Times of day in seconds since 1970 need more digits than a float has.
        double time = timeColumn == ABSENT ? sequence.length() : time(row);
        sequence.add(new Step(time, values, label(row), row.place()));
    }

    private String describe(String id) {
        return options.layout() == SequenceOptions.Layout.LONG ? options.id() + " " + id : id;
    }

    private double time(CsvRow row) {
        number(row, timeColumn);
        return Double.parseDouble(row.cells().get(timeColumn));
    }

    /** A whole sequence, all steps of each value together. */
    private void whole(CsvRow row) {
        int channels = options.channels();
        int length = valueColumns.size() / channels;
        if (length * channels != valueColumns.size()) {
            throw DiaboloException.user(
                    "data.bad-header",
                    Problem.of(valueColumns.size() + " values in a row are no whole time steps of " + channels)
                            .at(row.place())
                            .remedy("set data.channels to how many values a time step has"));
        }
        Sequence sequence = new Sequence(row.place());
        for (int time = 0; time < length; time++) {
            float[] values = new float[channels];
            for (int channel = 0; channel < channels; channel++) {
                values[channel] = number(row, valueColumns.get(channel * length + time));
            }
            sequence.add(new Step(time, values, label(row), row.place()));
        }
        sequences.put(row.place(), sequence);
    }

    private int label(CsvRow row) {
        return labelColumn == ABSENT ? 0 : row.label(labelColumn, name(labelColumn));
    }

    private float number(CsvRow row, int column) {
        return row.number(column, name(column));
    }

    private String name(int column) {
        String number = Integer.toString(column + 1);
        return header.isEmpty() ? number : number + " (" + header.get(column) + ")";
    }

    /** The sequences in the order of their first rows, each sorted by time. */
    List<Sequence> sequences() {
        if (sequences.isEmpty()) {
            throw DataErrors.empty(where);
        }
        for (Sequence sequence : sequences.values()) {
            sequence.sort();
            for (int i = 1; i < sequence.length(); i++) {
                if (sequence.step(i).time() == sequence.step(i - 1).time()) {
                    throw DiaboloException.user(
                            "data.same-time",
                            Problem.of(sequence.name() + " has two steps of the same " + options.time() + ": see also "
                                            + sequence.step(i - 1).place())
                                    .at(sequence.step(i).place())
                                    .allowed("one row for each time")
                                    .remedy("name the column that tells sequences apart with data.layout=long"));
                }
            }
        }
        return List.copyOf(sequences.values());
    }
}
