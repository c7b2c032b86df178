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

    private static String quoted(String category) {
        boolean unclear = category.contains(",") || category.startsWith("\"");
        return unclear ? '"' + category.replace("\"", "\"\"") + '"' : category;
    }
}
