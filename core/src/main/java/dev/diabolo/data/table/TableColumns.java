package dev.diabolo.data.table;

import dev.diabolo.data.CsvRow;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which columns of a table are what, by their places.
 *
 * @param header the names of all
 * @param values those that are an example
 * @param conditions those that it is conditioned on
 * @param label that of its label; empty where there is none
 */
record TableColumns(List<String> header, List<Integer> values, List<Integer> conditions, OptionalInt label) {
    private static final String LABEL = "label";

    /**
     * Finds the columns.
     *
     * @param first row of the table: their names
     * @throws DiaboloException (USER) where a column is missing, or meant for two things
     */
    static TableColumns of(CsvRow first, TableOptions options) {
        List<String> header = first.cells();
        requireDifferent(header, "the header", first.place());
        requireDifferent(options.condition(), "data.condition", first.place());
        requireDifferent(options.columns(), "data.columns", first.place());
        List<Integer> conditions = new ArrayList<>();
        options.condition().forEach(name -> conditions.add(place(first, name, "condition")));
        options.categorical().stream()
                .filter(name -> !options.condition().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw problem(
                            "'" + name + "' is none of the conditions",
                            "data.categorical",
                            "some of " + String.join(", ", options.condition()));
                });
        OptionalInt label = find(header, LABEL);
        if (label.isPresent() && conditions.contains(label.getAsInt())) {
            throw DiaboloException.user(
                    "data.bad-condition",
                    Problem.of("a column called label is a label, and no column like others")
                            .at("data.condition")
                            .remedy("condition on labels with labels.use=condition, or give the column another name"));
        }
        List<Integer> values = new ArrayList<>();
        options.columns().forEach(name -> values.add(place(first, name, "columns")));
        for (int column = 0; options.columns().isEmpty() && column < header.size(); column++) {
            if (!conditions.contains(column) && (label.isEmpty() || label.getAsInt() != column)) {
                values.add(column);
            }
        }
        requireValues(header, values, conditions, first.place());
        return new TableColumns(header, values, conditions, label);
    }

    /** Options without the conditions that a table does not have. */
    static TableOptions present(CsvRow first, TableOptions options) {
        List<String> there = options.condition().stream()
                .filter(name -> find(first.cells(), name).isPresent())
                .toList();
        List<String> categorical =
                options.categorical().stream().filter(there::contains).toList();
        return new TableOptions(there, categorical, options.columns());
    }

    private static void requireValues(
            List<String> header, List<Integer> values, List<Integer> conditions, String place) {
        Optional<Integer> both = values.stream().filter(conditions::contains).findFirst();
        if (both.isPresent()) {
            throw problem(
                    "'" + header.get(both.get()) + "' is a condition as well",
                    "data.columns",
                    "columns that are not in data.condition");
        }
        if (values.isEmpty()) {
            throw problem(
                    "no column is left for values", place, "at least one column that is no condition and no label");
        }
    }

    private static void requireDifferent(List<String> names, String where, String place) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isBlank() && !seen.add(name)) {
                throw problem("'" + name + "' is there twice in " + where, place, "columns of different names");
            }
        }
    }

    private static DiaboloException problem(String what, String where, String allowed) {
        return DiaboloException.user(
                "data.bad-header", Problem.of(what).at(where).allowed(allowed));
    }

    /** The column of a name; if none has just this one, the only one that differs from it in upper and lower case alone. */
    private static OptionalInt find(List<String> header, String name) {
        if (header.contains(name)) {
            return OptionalInt.of(header.indexOf(name));
        }
        List<String> alike = header.stream().filter(name::equalsIgnoreCase).toList();
        return alike.size() == 1 ? OptionalInt.of(header.indexOf(alike.get(0))) : OptionalInt.empty();
    }

    private static int place(CsvRow first, String name, String key) {
        return find(first.cells(), name)
                .orElseThrow(() -> DiaboloException.user(
                        "data.missing-column",
                        Problem.of(
                                        first.isHeader()
                                                ? "there is no column '" + name + "'"
                                                : "there is no header, so no column '" + name + "'")
                                .at(first.place())
                                .allowed(first.isHeader() ? String.join(", ", first.cells()) : "a first row of names")
                                .remedy("the columns that are needed are named with data." + key)));
    }

    /** A column as messages call it. */
    String name(int column) {
        return (column + 1) + " (" + header.get(column) + ")";
    }

    /**
     * The same columns of the next row.
     *
     * @throws DiaboloException (USER) where it has more or fewer
     */
    void requireWidth(CsvRow row) {
        if (row.cells().size() != header.size()) {
            throw DiaboloException.user(
                    "data.ragged-row",
                    Problem.of("expected " + header.size() + " columns, found "
                                    + row.cells().size())
                            .at(row.place())
                            .remedy("give every row the same number of columns"));
        }
    }
}
