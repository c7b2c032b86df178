package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.TailWriter;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns that a model is conditioned on. A number is scaled to [0, 1] by the range that it had in training, as data are; of
 * categories, each has a value, of which one is 1 and the others are 0.
 *
 * @param columns in the order in which the model is given them
 */
record Conditions(List<ModelDocument.Condition> columns) {
    static final Conditions NONE = new Conditions(List.of());

    Conditions {
        columns = List.copyOf(columns);
    }

    /** Those that training examples come with. */
    static Conditions of(Examples train) {
        List<ConditionColumn> found = train.conditions();
        float[] min = new float[found.size()];
        float[] max = new float[found.size()];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        float[] numbers = new float[found.size()];
        for (int i = 0; i < train.size() && !found.isEmpty(); i++) {
            train.readConditions(i, numbers, 0);
            for (int j = 0; j < numbers.length; j++) {
                min[j] = Math.min(min[j], numbers[j]);
                max[j] = Math.max(max[j], numbers[j]);
            }
        }
        List<ModelDocument.Condition> columns = new ArrayList<>();
        for (int j = 0; j < min.length; j++) {
            Scaling scaling = found.get(j).isNumber() ? Scaling.ofRange(min[j], max[j]) : Scaling.IDENTITY;
            columns.add(new ModelDocument.Condition(
                    found.get(j).name(), found.get(j).categories(), scaling.offset(), scaling.factor()));
        }
        return new Conditions(columns);
    }

    /** What can be given. */
    List<ConditionColumn> known() {
        return columns.stream()
                .map(column -> new ConditionColumn(column.name(), column.categories()))
                .toList();
    }

    /** How many values they take. */
    int size() {
        return columns.stream().mapToInt(Conditions::width).sum();
    }

    private static int width(ModelDocument.Condition column) {
        return Math.max(1, column.categories().size());
    }

    /**
     * Writes the conditions of examples.
     *
     * @param examples that come with these columns, and maybe with others; not asked for those that are given
     * @param given values that all examples have, as {@link #given} makes them
     * @throws DiaboloException (USER) where a column is missing, or of another kind
     */
    TailWriter of(Optional<Examples> examples, Map<String, Float> given) {
        List<ConditionColumn> present = examples.map(Examples::conditions).orElse(List.of());
        List<Source> sources = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (ModelDocument.Condition column : columns) {
            Float known = given.get(column.name());
            int place = present.stream().map(ConditionColumn::name).toList().indexOf(column.name());
            if (known != null) {
                sources.add(new Source(column, (example, numbers) -> known));
            } else if (place >= 0) {
                sources.add(source(column, examples.orElseThrow(), place));
            } else {
                missing.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing, examples.isPresent());
        }
        if (present.isEmpty()) {
            float[] none = {};
            return (number, row, from) -> write(sources, none, number, row, from);
        }
        Examples read = examples.orElseThrow();
        // Rows of a batch are written by several threads, each of which uses an array again.
        ThreadLocal<float[]> held = ThreadLocal.withInitial(() -> new float[present.size()]);
        return (number, row, from) -> {
            float[] numbers = held.get();
            read.readConditions(number, numbers, 0);
            write(sources, numbers, number, row, from);
        };
    }

    private static void write(List<Source> sources, float[] numbers, int example, float[] row, int from) {
        int at = from;
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).write(numbers, example, row, at);
            at += width(sources.get(i).column());
        }
    }

    /** Where the value of a column comes from. */
    @FunctionalInterface
    private interface Origin {
        /**
         * @param numbers that the example comes with
         * @return a number, or the place of a category
         * @throws DiaboloException (USER) for a category that is not known
         */
        float of(int example, float[] numbers);
    }

    private record Source(ModelDocument.Condition column, Origin origin) {
        void write(float[] numbers, int example, float[] row, int from) {
            float value = origin.of(example, numbers);
            if (column.categories().isEmpty()) {
                row[from] = (value - column.offset()) * column.factor();
                return;
            }
            Arrays.fill(row, from, from + column.categories().size(), 0);
            row[from + (int) value] = 1;
        }
    }

    /** A column of examples, whose categories may be others, in another order. */
    private static Source source(ModelDocument.Condition column, Examples examples, int place) {
        ConditionColumn present = examples.conditions().get(place);
        if (column.categories().isEmpty() != present.isNumber()) {
            throw DiaboloException.user(
                    "data.other-condition",
                    Problem.of("the column '" + column.name() + "' holds "
                                    + (present.isNumber() ? "numbers" : "texts") + " here, and held "
                                    + (present.isNumber() ? "texts" : "numbers") + " where the model learnt")
                            .at(at(examples, 0, column))
                            .allowed(describe(column)));
        }
        if (present.isNumber()) {
            return new Source(column, (example, numbers) -> numbers[place]);
        }
        int[] known = places(column, present);
        return new Source(column, (example, numbers) -> {
            int category = (int) numbers[place];
            if (known[category] < 0) {
                throw unknown(column, present.categories().get(category), at(examples, example, column));
            }
            return known[category];
        });
    }

    /** Of each category that examples have, its place among those that the model knows; below 0 where it knows it not. */
    private static int[] places(ModelDocument.Condition column, ConditionColumn present) {
        return present.categories().stream()
                .mapToInt(column.categories()::indexOf)
                .toArray();
    }

    private static String at(Examples examples, int example, ModelDocument.Condition column) {
        return examples.origin(example) + ", column '" + column.name() + "'";
    }

    /**
     * Looks at examples before any work is done with them.
     *
     * @param given as {@link #of(Optional, Map)} takes it
     * @throws DiaboloException (USER) where a column is missing, or of another kind, and for the first category that is not known
     */
    void requireIn(Examples examples, Map<String, Float> given) {
        TailWriter writer = of(Optional.of(examples), given);
        boolean allKnown = examples.conditions().stream()
                .allMatch(present -> columns.stream()
                        .filter(column -> column.name().equals(present.name()) && !given.containsKey(column.name()))
                        .allMatch(column -> column.categories().containsAll(present.categories())));
        float[] row = new float[size()];
        for (int i = 0; !allKnown && i < examples.size(); i++) {
            writer.write(i, row, 0);
        }
    }

    /**
     * Values that all examples are to have.
     *
     * @param values by the names of columns: numbers, or the names of categories
     * @throws DiaboloException (USER) for another name, for what is no finite number, and for a category that is not known, with all
     *     such problems at once
     */
    Map<String, Float> given(Map<String, ?> values) {
        Map<String, Float> given = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        values.forEach((name, value) -> columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        column -> {
                            float number = number(column, String.valueOf(value).strip());
                            if (Float.isFinite(number)) {
                                given.put(name, number);
                            } else {
                                problems.add(Problem.of("'" + value + "' is not what '" + name + "' can be")
                                        .at(name)
                                        .allowed(describe(column)));
                            }
                        },
                        () -> problems.add(Problem.of("the model is not conditioned on '" + name + "'")
                                .at(name)
                                .allowed(describe()))));
        if (!problems.isEmpty()) {
            throw new DiaboloException(ErrorKind.USER, "model.unknown-condition", problems, null);
        }
        return given;
    }

    /**
     * Values as one gives them, in the order of the columns: {@code age=40}, {@code sex=f}.
     *
     * @param values as {@link #given(Map)} makes them
     */
    List<String> describe(Map<String, Float> values) {
        return columns.stream()
                .filter(column -> values.containsKey(column.name()))
                .map(column ->
                        new ConditionColumn(column.name(), column.categories()).assigned(values.get(column.name())))
                .toList();
    }

    /** A number, or the place of a category; NaN for what is neither. */
    private static float number(ModelDocument.Condition column, String value) {
        if (!column.categories().isEmpty()) {
            int place = column.categories().indexOf(value);
            return place < 0 ? Float.NaN : place;
        }
        try {
            return Float.parseFloat(value);
        } catch (NumberFormatException none) {
            return Float.NaN;
        }
    }

    private static DiaboloException unknown(ModelDocument.Condition column, String category, String where) {
        return DiaboloException.user(
                "data.unknown-category",
                Problem.of("'" + category + "' is no category that the model was trained on")
                        .at(where)
                        .allowed(describe(column))
                        .remedy("correct it, or leave the row out"));
    }

    /**
     * @param ofExamples whether examples may come with them; codes that are decoded come with nothing
     */
    private DiaboloException missing(List<String> names, boolean ofExamples) {
        String given = "--given " + names.stream().map(name -> name + "=...").collect(Collectors.joining(","))
                + ", or Autoencoder.given";
        return DiaboloException.user(
                "data.condition-missing",
                Problem.of("this model is conditioned on " + String.join(", ", names) + ", and nothing says what "
                                + (names.size() == 1 ? "that is" : "these are") + " here")
                        .allowed(describe())
                        .remedy(
                                ofExamples
                                        ? "use a table with " + (names.size() == 1 ? "this column" : "these columns")
                                                + ", or name values: " + given
                                        : "codes are decoded, and these come with no columns: name values: " + given));
    }

    private static String describe(ModelDocument.Condition column) {
        return new ConditionColumn(column.name(), column.categories()).toString();
    }

    private String describe() {
        return columns.isEmpty()
                ? "no column"
                : columns.stream().map(Conditions::describe).collect(Collectors.joining("; "));
    }
}
