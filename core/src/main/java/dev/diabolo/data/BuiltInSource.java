package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;

/** A data set that Diabolo can make or fetch by name, without a file of the user's. */
public interface BuiltInSource {
    /** The name that users write, such as {@code digits}. */
    String name();

    /** One sentence for lists of data sets. */
    String summary();

    /**
     * Opens the data set.
     *
     * @param arguments what the user wrote after the name; empty for the defaults
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where the arguments are not understood
     */
    Dataset open(String arguments);
}
