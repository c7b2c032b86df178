package dev.diabolo.data;

import java.util.Locale;
import java.util.Set;

/** What counts as a number in a text file: decimal notation with a point, nothing that only Java writes. */
final class CsvNumber {
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");
    /** So many decimal digits always fit a double exactly. */
    private static final int EXACT_DIGITS = 15;

    private CsvNumber() {}

    /** Whether this is a word for a value that is none: {@code NaN}, {@code -inf}. */
    static boolean isNotFiniteWord(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return NOT_FINITE.contains(word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word);
    }

    /** Whether this is a decimal number: {@code -1.5e-3}. */
    static boolean isNumber(String text) {
        int end = text.length();
        int i = 0;
        if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int whole = digitsEnd(text, i);
        int digits = whole - i;
        i = whole;
        if (i < end && text.charAt(i) == '.') {
            int fraction = digitsEnd(text, i + 1);
            digits += fraction - i - 1;
            i = fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
                i++;
            }
            int exponent = digitsEnd(text, i);
            if (exponent == i) {
                return false;
            }
            i = exponent;
        }
        return i == end;
    }

    /** The number that a text for which {@link #isNumber} holds stands for; infinite where no float is that large. */
    static float parse(String text) {
        if (text.length() <= EXACT_DIGITS && digitsEnd(text, 0) == text.length()) {
            return (float) Long.parseLong(text);
        }
        return (float) Double.parseDouble(text);
    }

    private static int digitsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
