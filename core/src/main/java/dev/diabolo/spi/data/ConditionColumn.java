package dev.diabolo.spi.data;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something that examples come with and that is none of their values: what models may be conditioned on.
 *
 * @param name as its column is called
 * @param categories what it is one of, all different; empty where it is a number
 */
public record ConditionColumn(String name, List<String> categories) {
    /** From here on, numbers are written with an exponent. */
    private static final float MOST_DIGITS = 1e7f;

    public ConditionColumn {
        Objects.requireNonNull(name, "name");
        categories = List.copyOf(categories);
    }

    /** Whether it is a number, of any size. */
    public boolean isNumber() {
        return categories.isEmpty();
    }

    /** What it can be: {@code sex: f, m}; categories with a comma stand in quotes, as in CSV. */
    @Override
    public String toString() {
        return name + ": "
                + (isNumber()
                        ? "a number"
                        : categories.stream().map(ConditionColumn::quoted).collect(Collectors.joining(", ")));
    }

    /**
     * What it is, as one gives it: {@code age=40}, {@code sex=f}, and with quotes where a comma is, {@code city="Paris, France"}.
     * Different values have different texts.
     *
     * @param value the number, or the place of a category
     */
    public String assigned(float value) {
        return (name.contains("=") ? inQuotes(name) : quoted(name)) + "="
                + (isNumber() ? number(value) : quoted(categories.get((int) value)));
    }

    /** Numbers that are equal have one text: zero has no sign. */
    private static String number(float value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_DIGITS;
        return whole ? Integer.toString((int) value) : Float.toString(value);
    }

    private static String quoted(String category) {
        boolean unclear = category.contains(",") || category.startsWith("\"");
        return unclear ? inQuotes(category) : category;
    }

    private static String inQuotes(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
