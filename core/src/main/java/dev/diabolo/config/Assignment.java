package dev.diabolo.config;

/**
 * A setting as somebody wrote it, not yet looked at.
 *
 * @param text {@code key=value}
 * @param origin what to call its origin in problem reports
 */
public record Assignment(String text, String origin) {
    /** What follows {@code --set} on the command line. */
    public static Assignment set(String text) {
        return new Assignment(text, "--set");
    }
}
