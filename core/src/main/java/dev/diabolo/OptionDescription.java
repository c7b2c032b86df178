package dev.diabolo;

/**
 * One setting.
 *
 * @param key as it is written after {@code --set}, without the section: {@code hidden}
 * @param help what it does
 * @param allowed values, in words
 * @param defaultValue as a user would write it
 * @param unit or empty
 * @param when it matters, in words: {@code name is sgd}; empty where it always does
 */
public record OptionDescription(
        String key, String help, String allowed, String defaultValue, String unit, String when) {}
