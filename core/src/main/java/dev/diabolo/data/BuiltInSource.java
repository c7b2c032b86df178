package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;

/** A data set that needs no file: it is generated, and known by a name. */
public interface BuiltInSource {
    /** The name a reference begins with: {@code random} in {@code random:100x8}. */
    String name();

    /** What it is and which arguments it takes, one sentence. */
    String summary();

    /**
     * The data set itself.
     *
     * @param arguments what follows the colon in the reference; empty where there is no colon
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where the arguments make no sense
     */
    Dataset open(String arguments);
}
