package dev.diabolo.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a user most likely meant. */
public final class NearestName {
    /** A third of the letters may be wrong: "hiden" finds "hidden", and "x" finds nothing of three letters. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private NearestName() {}

    /** The known name nearest to {@code name}, unless every one of them differs too much to be meant. */
    public static Optional<String> of(String name, Collection<String> known) {
        int tolerated = Math.max(1, name.length() / LETTERS_PER_MISTAKE);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= tolerated)
                .filter(candidate -> distance(name, candidate) <= tolerated)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** "did you mean 'hidden'?", or nothing where no known name is near. */
    public static String remedy(String name, Collection<String> known) {
        return of(name, known).map(nearest -> "did you mean '" + nearest + "'?").orElse("");
    }

    /**
     * The least number of insertions, deletions, substitutions and swaps of neighbours between two texts.
     *
     * <p><b>Source</b>: Damerau 1964, in the restricted form (optimal string alignment): no part is edited twice.
     */
    public static int distance(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int substitution = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(Math.min(current[column - 1], last[column]) + 1, last[column - 1] + substitution);
                if (swapped(left, row, right, column)) {
                    current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[right.length()];
    }

    private static boolean swapped(String left, int row, String right, int column) {
        return row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
    }
}
