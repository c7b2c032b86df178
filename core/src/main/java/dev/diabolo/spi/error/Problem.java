package dev.diabolo.spi.error;

import java.util.Objects;

/**
 * One thing that is wrong, told so that a user can mend it.
 *
 * @param what what was wrong, one sentence without a final stop
 * @param where file:line, option path or component; empty where {@code what} says it all
 * @param allowed what would have been right; empty where there is no list or range to give
 * @param remedy what to do; empty where {@code allowed} makes it plain
 */
public record Problem(String what, String where, String allowed, String remedy) {
    public Problem {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(allowed, "allowed");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** A problem that needs no further explanation than one sentence. */
    public static Problem of(String what) {
        return new Problem(what, "", "", "");
    }

    /** The same problem with the place where it was found. */
    public Problem at(String place) {
        return new Problem(what, place, allowed, remedy);
    }

    /** The same problem with what would have been right. */
    public Problem allowed(String choices) {
        return new Problem(what, where, choices, remedy);
    }

    /** The same problem with what to do about it. */
    public Problem remedy(String advice) {
        return new Problem(what, where, allowed, advice);
    }

    /** The whole message on one line: {@code where: what; allowed: ...; remedy}. */
    public String message() {
        StringBuilder text = new StringBuilder();
        if (!where.isEmpty()) {
            text.append(where).append(": ");
        }
        text.append(what);
        if (!allowed.isEmpty()) {
            text.append("; allowed: ").append(allowed);
        }
        if (!remedy.isEmpty()) {
            text.append("; ").append(remedy);
        }
        return text.toString();
    }
}
