package dev.diabolo.options;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One option: what a user may write under a key, and what it means.
 *
 * @param key where it stands in the component's section: {@code hidden}, {@code optimiser.learning-rate}
 * @param type the type of the record's part: a primitive, {@code String}, an enum or {@code List}
 * @param elementType for a list the type of its elements, boxed; otherwise {@code type}
 * @param help what it does, one sentence
 * @param unit its unit, or empty
 * @param defaultText its default as a user would write it
 * @param range the numbers allowed; for a list of texts its least bound is the least length of the list
 * @param word what may be written for one number; empty where there is nothing
 * @param when with what it matters; empty where it always does
 * @param formerNames keys that it had before, as dotted as {@code key}
 */
public record OptionField(
        String key,
        Class<?> type,
        Class<?> elementType,
        String help,
        String unit,
        String defaultText,
        Range range,
        Optional<NumberWord> word,
        Optional<Condition> when,
        List<String> formerNames) {

    public OptionField {
        formerNames = List.copyOf(formerNames);
    }

    /** Whether its value is a list. */
    public boolean isList() {
        return type == List.class;
    }

    /** The values of an enum as a user writes them; empty for every other type. */
    public List<String> choices() {
        if (!elementType.isEnum()) {
            return List.of();
        }
        return Arrays.stream(elementType.getEnumConstants())
                .map(constant -> KebabCase.ofConstant((Enum<?>) constant))
                .toList();
    }

    /** What may be written, for problem reports and manuals: {@code a number > 0 and <= 1}. */
    public String allowed() {
        return isList() ? "list of " + allowedElements() : allowedScalar();
    }

    /** Reads a value: text, a number, a truth value, or a list of these; a list may also be text with commas. */
    public Parsed parse(Object raw) {
        return OptionText.parse(this, raw);
    }

    /** Turns a typed value into a plain one: text, a number, a truth value, or a list of these. */
    Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::plainScalar).toList();
        }
        return plainScalar(value);
    }

    OptionField within(String section) {
        return new OptionField(
                section + "." + key,
                type,
                elementType,
                help,
                unit,
                defaultText,
                range,
                word,
                when.map(condition -> condition.within(section)),
                formerNames.stream().map(former -> section + "." + former).toList());
    }

    boolean isWhole() {
        return elementType == int.class
                || elementType == Integer.class
                || elementType == long.class
                || elementType == Long.class;
    }

    boolean isNumber() {
        return isWhole() || elementType == double.class || elementType == Double.class;
    }

    boolean isBoolean() {
        return elementType == boolean.class || elementType == Boolean.class;
    }

    private Object plainScalar(Object value) {
        if (word.isPresent() && word.get().means(value)) {
            return word.get().text();
        }
        return value instanceof Enum<?> constant ? KebabCase.ofConstant(constant) : value;
    }

    private String allowedScalar() {
        if (isNumber()) {
            return (isWhole() ? "a whole number" : "a number")
                    + range.describe()
                    + word.map(known -> ", or " + known.text()).orElse("");
        }
        if (isBoolean()) {
            return "true or false";
        }
        return elementType.isEnum() ? "one of " + String.join(", ", choices()) : "text";
    }

    private String allowedElements() {
        if (isNumber()) {
            return (isWhole() ? "whole numbers" : "numbers") + range.describe();
        }
        String elements = elementType.isEnum()
                ? choices().stream().collect(Collectors.joining(", ", "any of ", ""))
                : isBoolean() ? "true or false" : "texts";
        return elements + (range.boundedBelow() ? ", at least " + (long) Math.ceil(range.min()) : "");
    }
}
