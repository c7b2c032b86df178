package dev.diabolo.options;

import java.util.Locale;

/** How names of Java are written by users: {@code learningRate} and {@code LEARNING_RATE} are {@code learning-rate}. */
public final class KebabCase {
    private KebabCase() {}

    /** The key of a record's part: {@code learningRate} gives {@code learning-rate}. */
    public static String ofComponent(String name) {
        StringBuilder key = new StringBuilder();
        for (char letter : name.toCharArray()) {
            if (Character.isUpperCase(letter) && !key.isEmpty()) {
                key.append('-');
            }
            key.append(Character.toLowerCase(letter));
        }
        return key.toString();
    }

    /** How a user writes an enum's constant: {@code LEAKY_RELU} gives {@code leaky-relu}. */
    public static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
