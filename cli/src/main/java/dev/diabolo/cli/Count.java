package dev.diabolo.cli;

/** Numbers of things in sentences. */
final class Count {
    private Count() {}

    /** {@code 1 example}, {@code 2 examples}. */
    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
