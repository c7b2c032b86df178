package dev.diabolo.data;

import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Examples given as rows and what each comes with; a copy. */
public final class RowConditions {
    private RowConditions() {}

    /**
     * Examples of rows with conditions.
     *
     * @param values examples
     * @param conditions for each of them the same names: with a number each, or with texts, which are categories
     * @throws DiaboloException (USER) for conditions that are not so, with the number of the row, counted from 1
     */
    public static Examples of(Examples values, List<? extends Map<String, ?>> conditions) {
        if (conditions.size() != values.size() || conditions.get(0).isEmpty()) {
            throw DiaboloException.user(
                    "data.conditions-differ",
                    Problem.of("there are " + values.size() + " rows, and conditions of " + conditions.size())
                            .allowed("at least one condition for each row"));
        }
        List<ConditionColumn> columns = new ArrayList<>();
        float[][] numbers = new float[values.size()][conditions.get(0).size()];
        for (String name : new TreeSet<>(conditions.get(0).keySet())) {
            columns.add(column(name, conditions, numbers, columns.size()));
        }
        return new ConditionedExamples(values, columns, RowExamples.of(numbers));
    }

    private static ConditionColumn column(
            String name, List<? extends Map<String, ?>> conditions, float[][] numbers, int column) {
        boolean number = conditions.get(0).get(name) instanceof Number;
        TreeSet<String> categories = new TreeSet<>();
        for (int i = 0; i < numbers.length; i++) {
            Object value = conditions.get(i).get(name);
            boolean fits = number
                    ? value instanceof Number given && Float.isFinite(given.floatValue())
                    : value instanceof String;
            if (!fits || conditions.get(i).size() != numbers[i].length) {
                throw DiaboloException.user(
                        "data.conditions-differ",
                        Problem.of("the conditions are " + conditions.get(i))
                                .at("row " + (i + 1))
                                .allowed("the names of the first row, "
                                        + new TreeSet<>(conditions.get(0).keySet())
                                        + ", '" + name + "' with "
                                        + (number ? "a finite number" : "a text")));
            }
            if (value instanceof Number given) {
                numbers[i][column] = given.floatValue();
            } else {
                categories.add((String) value);
            }
        }
        List<String> names = List.copyOf(categories);
        for (int i = 0; i < numbers.length && !number; i++) {
            numbers[i][column] = names.indexOf((String) conditions.get(i).get(name));
        }
        return new ConditionColumn(name, names);
    }
}
