package dev.diabolo.options;

/** What came of reading one option's value. */
public sealed interface Parsed {
    /**
     * It could be read.
     *
     * @param value an instance of the option's type
     */
    record Value(Object value) implements Parsed {}

    /**
     * It could not.
     *
     * @param what what is wrong with it, one sentence without a final stop
     * @param remedy what to do, or empty
     */
    record Refused(String what, String remedy) implements Parsed {}
}
