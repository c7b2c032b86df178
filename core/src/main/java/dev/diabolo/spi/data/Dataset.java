package dev.diabolo.spi.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A named data set: what to learn from and, where the source has one, a separate set to test on.
 *
 * @param name how the user named it: {@code mnist}, a path
 * @param origin where it came from and in which form, one line for people
 * @param train at least one example
 * @param test of the same shape as {@code train}
 * @param reading how files were turned into examples, where there was a choice
 * @param columns the names of an example's values, in their order, as the header of a table; empty where they have none
 */
public record Dataset(
        String name,
        String origin,
        Examples train,
        Optional<Examples> test,
        Optional<Reading> reading,
        List<String> columns) {
    public Dataset {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(train, "train");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(reading, "reading");
        columns = List.copyOf(columns);
        if (!columns.isEmpty() && columns.size() != train.spec().size()) {
            throw new IllegalArgumentException(columns.size() + " names are none of the values of " + train.spec());
        }
    }

    /** A data set whose values have no names. */
    public Dataset(String name, String origin, Examples train, Optional<Examples> test, Optional<Reading> reading) {
        this(name, origin, train, test, reading, List.of());
    }

    /** A data set that could be read in one way only. */
    public Dataset(String name, String origin, Examples train, Optional<Examples> test) {
        this(name, origin, train, test, Optional.empty());
    }

    /** The shape of one example. */
    public TensorSpec spec() {
        return train.spec();
    }

    /** The test set, or the training set where there is none. */
    public Examples testOrTrain() {
        return test.orElse(train);
    }
}
