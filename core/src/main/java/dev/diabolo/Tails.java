package dev.diabolo;

import dev.diabolo.engine.RowTail;
import dev.diabolo.engine.TailWriter;
import dev.diabolo.engine.TailedExamples;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Writes what a model is given behind each example and each code: labels, and columns that it is conditioned on.
 *
 * @param known the labels that it knows; empty where it is given none
 * @param conditions the columns that it is conditioned on
 * @param label the label that every row has; empty where each has its own
 * @param given the values that every row has, of columns of which not each has its own; as {@link Conditions#given} makes them
 */
record Tails(Optional<Classes> known, Conditions conditions, OptionalInt label, Map<String, Float> given) {
    /** The name under which a label is given, as a column would be. */
    private static final String LABEL = "label";

    Tails {
        given = Map.copyOf(given);
    }

    /** Of rows of which each has its own label and conditions. */
    static Tails of(Optional<Classes> known, Conditions conditions) {
        return new Tails(known, conditions, OptionalInt.empty(), Map.of());
    }

    /** As the engine has them. */
    RowTail layout() {
        return new RowTail(classes(), conditions.size(), isLabelConditional());
    }

    /** Whether encoding and decoding need labels. */
    boolean isLabelConditional() {
        return known.filter(Classes::conditioning).isPresent();
    }

    /** Whether they need labels or columns. */
    boolean isConditional() {
        return isLabelConditional() || conditions.size() > 0;
    }

    /** What encoding and decoding need that not all rows have alike: {@code label}, and the names of columns. */
    List<String> notGiven() {
        List<String> names = new ArrayList<>();
        if (isLabelConditional() && label.isEmpty()) {
            names.add(LABEL);
        }
        conditions.columns().stream()
                .map(ModelDocument.Condition::name)
                .filter(name -> !given.containsKey(name))
                .forEach(names::add);
        return names;
    }

    /** What encoding and decoding need and all rows have alike: {@code age=40,sex=f}; empty where nothing. */
    String givenAlike() {
        List<String> values = new ArrayList<>();
        if (isLabelConditional() && label.isPresent()) {
            values.add(LABEL + "=" + label.getAsInt());
        }
        values.addAll(conditions.describe(given));
        return String.join(",", values);
    }

    private int classes() {
        return known.map(classes -> classes.values().size()).orElse(0);
    }

    /** The same, of rows that all have one label. */
    Tails with(int value) {
        return new Tails(known, conditions, OptionalInt.of(value), given);
    }

    /**
     * The same, of rows that all have some values.
     *
     * @param values by the names of columns, and of {@code label}
     * @param inferred how many classes the model infers, if it does
     * @throws DiaboloException (USER) for what cannot be given
     */
    Tails with(Map<String, ?> values, OptionalInt inferred) {
        Map<String, Object> ofColumns = new LinkedHashMap<>(values);
        Object named = ofColumns.remove(LABEL);
        Map<String, Float> all = new LinkedHashMap<>(given);
        all.putAll(conditions.given(ofColumns));
        Tails changed = new Tails(known, conditions, label, all);
        if (named == null) {
            return changed;
        }
        int wanted = whole(String.valueOf(named));
        changed.requireGivable(wanted, inferred);
        return changed.with(wanted);
    }

    private static int whole(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException none) {
            throw DiaboloException.user(
                    "data.label-not-whole",
                    Problem.of("'" + value + "' is not a label").at(LABEL).allowed("whole numbers"));
        }
    }

    /**
     * Writes the tails of examples.
     *
     * @param examples empty for rows that come with no label and no column
     * @throws DiaboloException (USER) where a column is missing; when a row is written, for a missing label where one is needed, and for
     *     what the model does not know
     */
    TailWriter writer(Optional<Examples> examples) {
        return writer(examples, index -> true);
    }

    private TailWriter writer(Optional<Examples> examples, IntPredicate told) {
        return behindLabel(
                classes(),
                index -> told.test(index) ? place(examples, index) : Classes.NOWHERE,
                conditions.of(examples, given));
    }

    /**
     * Writes the tails of new examples: of the label that is given, or of each in turn.
     *
     * @param clusters how many classes there are, where the model knows no labels
     */
    TailWriter generated(int clusters) {
        return behindLabel(
                known.isPresent() ? classes() : clusters, this::classOf, conditions.of(Optional.empty(), given));
    }

    private static TailWriter behindLabel(int classes, IntUnaryOperator classOf, TailWriter others) {
        return (index, row, from) -> {
            Arrays.fill(row, from, from + classes, 0);
            int place = classes == 0 ? Classes.NOWHERE : classOf.applyAsInt(index);
            if (place != Classes.NOWHERE) {
                row[from + place] = 1;
            }
            others.write(index, row, from + classes);
        };
    }

    /** The class of an example, where the model knows labels. */
    private int place(Optional<Examples> examples, int index) {
        Classes classes = known.orElseThrow();
        if (label.isPresent()) {
            return classes.indexOf(label.getAsInt());
        }
        // Asked for every row of every batch: nothing is allocated.
        return examples.isPresent() && examples.get().labelled()
                ? classes.indexOf(examples.get().label(index))
                : classes.unknown();
    }

    /** The class of the n-th example that is generated: the given one, or each in turn. */
    int classOf(int number) {
        if (label.isEmpty()) {
            return number % Math.max(1, classes());
        }
        // Clusters have no labels but their numbers.
        return known.map(classes -> classes.indexOf(label.getAsInt())).orElse(label.getAsInt());
    }

    /**
     * What can be given: labels, or the numbers of clusters; nothing where the model knows neither.
     *
     * @param inferred how many classes the model infers, if it does
     */
    List<Integer> givable(OptionalInt inferred) {
        return known.map(Classes::values)
                .orElseGet(() -> IntStream.range(0, inferred.orElse(0)).boxed().toList());
    }

    /**
     * Refuses what cannot be given; see {@link #givable}.
     *
     * @throws DiaboloException (USER) where it cannot
     */
    void requireGivable(int value, OptionalInt inferred) {
        List<Integer> allowed = givable(inferred);
        if (allowed.isEmpty()) {
            throw DiaboloException.user(
                    "model.not-conditional",
                    Problem.of("label " + value + " is given, and this model is not conditioned on labels")
                            .remedy("train one that is, with labels.use=condition"));
        }
        if (!allowed.contains(value)) {
            throw Classes.notAmong(value, allowed);
        }
    }

    /**
     * Refuses examples without what encoding needs.
     *
     * @throws DiaboloException (USER) where they have none
     */
    void requireIn(Examples examples) {
        if (isLabelConditional() && label.isEmpty() && !examples.labelled()) {
            throw known.orElseThrow().missing();
        }
        conditions.requireIn(examples, given);
    }

    /** Examples as the engine takes them. */
    Examples rows(Examples scaled) {
        return rows(scaled, index -> true);
    }

    /** As {@link #rows(Examples)}, of which some labels are known. */
    Examples rows(Examples scaled, IntPredicate told) {
        int size = layout().size();
        return size == 0 ? scaled : new TailedExamples(scaled, size, writer(Optional.of(scaled), told));
    }
}
