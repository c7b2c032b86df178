package dev.diabolo.cli;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code age=40,sex=f}: names and values of columns. What has a comma in it, or an equals sign in a name, stands in quotes, as
 * in CSV: {@code city="Paris, France"}; a quote in quotes is written twice.
 */
final class GivenValues {
    private final String text;
    private int next;

    private GivenValues(String text) {
        this.text = text;
    }

    /**
     * Values by column.
     *
     * @param texts each with one column or several
     * @throws DiaboloException (USER) for what is not written so, and for a column that is there twice
     */
    static Map<String, String> of(List<String> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        texts.forEach(text -> new GivenValues(text).addTo(values));
        return values;
    }

    private void addTo(Map<String, String> values) {
        do {
            int begin = next;
            String column = until('=');
            if (next >= text.length() || text.charAt(next) != '=' || column.isEmpty()) {
                throw malformed("'" + text.substring(begin).strip() + "' is not COLUMN=VALUE");
            }
            next++;
            String value = until(',');
            if (values.put(column, value) != null) {
                throw DiaboloException.user(
                        "option.twice",
                        Problem.of("the column '" + column + "' is given twice")
                                .at("--given")
                                .remedy("keep one of them"));
            }
        } while (next++ < text.length());
    }

    /** A name or a value; afterwards, {@code next} is at what ends it. */
    private String until(char end) {
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '"') {
            return quoted(end);
        }
        int begin = next;
        while (next < text.length() && text.charAt(next) != end && text.charAt(next) != ',') {
            next++;
        }
        return text.substring(begin, next).strip();
    }

    private String quoted(char end) {
        StringBuilder inner = new StringBuilder();
        for (next++; next < text.length(); next++) {
            char character = text.charAt(next);
            if (character != '"') {
                inner.append(character);
            } else if (text.startsWith("\"\"", next)) {
                inner.append('"');
                next++;
            } else {
                next++;
                requireEnd(end);
                return inner.toString();
            }
        }
        throw malformed("a quote is opened and not closed");
    }

    private void requireEnd(char end) {
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next < text.length() && text.charAt(next) != end) {
            throw malformed("'" + text.substring(next) + "' follows what is in quotes");
        }
    }

    private DiaboloException malformed(String what) {
        return DiaboloException.user(
                "option.invalid",
                Problem.of(what)
                        .at("--given " + text)
                        .allowed("COLUMN=VALUE, several with commas between, as in age=40,sex=f")
                        .remedy(
                                "what has a comma in it stands in quotes, as in CSV: --given 'city=\"Paris, France\"'"));
    }
}
