package dev.diabolo.plugins.vae.likelihood.composite;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Columns with one likelihood, as an option says.
 *
 * @param text what the user wrote
 * @param range first and last column; empty for the rest
 */
record ColumnGroup(String text, Optional<Range> range, Family family) {
    private static final Pattern FORM = Pattern.compile("(?:(rest)|(\\d{1,9})(?:-(\\d{1,9}))?)=([a-z-]+)");

    /** Columns from one to another, both included. */
    record Range(int first, int last) {}

    /**
     * Reads one.
     *
     * @throws DiaboloException (USER) where it has another form, or names no family
     */
    static ColumnGroup parse(String text) {
        String compact = text.replace(" ", "");
        Matcher matcher = FORM.matcher(compact);
        if (!matcher.matches()) {
            throw malformed(text);
        }
        Family family = Arrays.stream(Family.values())
                .filter(candidate -> candidate.word().equals(matcher.group(4)))
                .findFirst()
                .orElseThrow(() -> malformed(text));
        if (matcher.group(1) != null) {
            return new ColumnGroup(compact, Optional.empty(), family);
        }
        int first = Integer.parseInt(matcher.group(2));
        int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
        if (last < first) {
            throw malformed(text);
        }
        return new ColumnGroup(compact, Optional.of(new Range(first, last)), family);
    }

    private static DiaboloException malformed(String text) {
        String families = Arrays.stream(Family.values()).map(Family::word).collect(Collectors.joining(", "));
        return DiaboloException.user(
                "likelihood.malformed-columns",
                Problem.of("'" + text + "' does not say which columns have which likelihood")
                        .at("likelihood.columns")
                        .allowed("FIRST-LAST=FAMILY, COLUMN=FAMILY or rest=FAMILY, with FAMILY one of " + families));
    }
}
