package dev.diabolo.data.table;

import dev.diabolo.data.CsvRow;
import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of one column of conditions: sees them all once, and then knows whether they are numbers or categories. */
final class ConditionCells {
    /** More would hardly be categories. */
    private static final int MOST_CATEGORIES = 1000;

    private final String name;
    private final int column;
    private final String called;
    private final boolean categorical;
    /** In the order of their names, so that this does not depend on that of the rows. */
    private final Map<String, Integer> categories = new TreeMap<>();

    private @Nullable String firstText;
    private @Nullable String firstNumber;

    /**
     * @param called the column in messages
     * @param categorical whether numbers are categories as well
     */
    ConditionCells(String name, int column, String called, boolean categorical) {
        this.name = name;
        this.column = column;
        this.called = called;
        this.categorical = categorical;
    }

    /**
     * Sees a cell.
     *
     * @throws DiaboloException (USER) where it is empty, of another kind than those before, or one category too many
     */
    void see(CsvRow row) {
        String cell = row.cells().get(column);
        String place = row.place() + ", column " + called;
        if (cell.isEmpty()) {
            throw DiaboloException.user(
                    "data.condition-missing",
                    Problem.of("the cell is empty, and a model cannot be conditioned on what is not known")
                            .at(place)
                            .remedy(
                                    "fill it, leave the row out, or where it is one of several categories, give this one a name as well,"
                                            + " such as unknown"));
        }
        if (!categorical && row.isNumber(column)) {
            firstNumber = firstNumber == null ? place : firstNumber;
            row.number(column, called);
        } else {
            firstText = firstText == null ? place : firstText;
            categories.put(cell, 0);
        }
        if (firstText != null && firstNumber != null) {
            throw DiaboloException.user(
                    "data.mixed-column",
                    Problem.of("there are numbers and texts in one column: a number at " + firstNumber
                                    + ", and a text at " + firstText)
                            .at(place)
                            .allowed("numbers alone, or categories alone")
                            .remedy("correct it, or name the column with data.categorical, where its numbers are"
                                    + " names"));
        }
        if (categories.size() > MOST_CATEGORIES) {
            throw DiaboloException.user(
                    "data.too-many-categories",
                    Problem.of("more than " + MOST_CATEGORIES + " different texts are no categories")
                            .at(place)
                            .remedy("leave the column out of data.condition"));
        }
    }

    /** What was seen, once all was. */
    ConditionColumn found() {
        int place = 0;
        for (Map.Entry<String, Integer> category : categories.entrySet()) {
            category.setValue(place++);
        }
        return new ConditionColumn(name, List.copyOf(categories.keySet()));
    }

    /** A cell as a number, after all were seen: of a category, its place. */
    float number(CsvRow row) {
        Integer place = categories.get(row.cells().get(column));
        return categories.isEmpty() || place == null ? row.number(column, called) : place;
    }
}
