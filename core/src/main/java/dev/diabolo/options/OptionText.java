package dev.diabolo.options;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what users write into the types of options. */
final class OptionText {
    /** Longer than any number that a long or a double needs; bounds the work on hostile input. */
    private static final int LONGEST_NUMBER = 64;

    /** How much of a refused value a message repeats. */
    private static final int LONGEST_QUOTE = 60;

    private OptionText() {}

    static Parsed parse(OptionField field, Object raw) {
        if (!field.isList()) {
            return raw instanceof List<?> ? refused("a list is not " + field.allowed()) : scalar(field, raw);
        }
        List<Object> values = new ArrayList<>();
        for (Object element : elements(raw)) {
            Parsed parsed = element instanceof List<?> ? refused("a list within a list") : scalar(field, element);
            if (parsed instanceof Parsed.Value value) {
                values.add(value.value());
            } else {
                return parsed;
            }
        }
        if (!field.isNumber() && values.size() < field.range().min()) {
            return refused("the list has only " + values.size() + " elements");
        }
        return new Parsed.Value(List.copyOf(values));
    }

    /** The elements of a list, also where it is written as {@code 128,64} or {@code [128, 64]}. */
    static List<?> elements(Object raw) {
        if (raw instanceof List<?> list) {
            return list;
        }
        String text = raw.toString().strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        if (text.isEmpty()) {
            return List.of();
        }
        return List.of(text.split(",", -1)).stream().map(String::strip).toList();
    }

    private static Parsed scalar(OptionField field, @Nullable Object raw) {
        if (raw == null) {
            return refused("it has no value");
        }
        if (field.isNumber()) {
            String text = raw.toString().strip();
            return field.word()
                    .filter(word -> word.text().equals(text))
                    .<Parsed>map(word -> new Parsed.Value(
                            typed(field.elementType(), word.number().toString(), word.number())))
                    .orElseGet(() -> number(field, text));
        }
        if (field.isBoolean()) {
            return truth(raw.toString().strip());
        }
        return field.elementType().isEnum()
                ? constant(field, raw.toString().strip())
                : new Parsed.Value(raw.toString());
    }

    private static Parsed number(OptionField field, String text) {
        BigDecimal exact = exact(text);
        if (exact == null) {
            return refused(quote(text) + " is not a " + (field.isWhole() ? "whole number" : "number"));
        }
        Object value;
        try {
            value = typed(field.elementType(), text, exact);
        } catch (ArithmeticException notRepresentable) {
            return refused(quote(text) + " is not a whole number" + (fraction(exact) ? "" : " of that size"));
        }
        double size = ((Number) value).doubleValue();
        if (Double.isInfinite(size) || !field.range().contains(size)) {
            return refused(quote(text) + " is out of range");
        }
        return new Parsed.Value(value);
    }

    private static @Nullable BigDecimal exact(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static Object typed(Class<?> type, String text, BigDecimal exact) {
        if (type == int.class || type == Integer.class) {
            return exact.intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return exact.longValueExact();
        }
        // Of the text, not of the exact number: that one has no negative zero.
        return Double.valueOf(text);
    }

    private static boolean fraction(BigDecimal exact) {
        return exact.stripTrailingZeros().scale() > 0;
    }

    private static Parsed truth(String text) {
        return switch (text) {
            case "true" -> new Parsed.Value(true);
            case "false" -> new Parsed.Value(false);
            default -> refused(quote(text) + " is neither true nor false");
        };
    }

    private static Parsed constant(OptionField field, String text) {
        int position = field.choices().indexOf(text);
        if (position < 0) {
            return new Parsed.Refused(
                    quote(text) + " is not one of the choices", NearestName.remedy(text, field.choices()));
        }
        return new Parsed.Value(field.elementType().getEnumConstants()[position]);
    }

    private static Parsed refused(String what) {
        return new Parsed.Refused(what, "");
    }

    private static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? "'" + text + "'" : "'" + text.substring(0, LONGEST_QUOTE) + "...'";
    }
}
