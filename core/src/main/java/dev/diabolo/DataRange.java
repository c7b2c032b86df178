package dev.diabolo;

/**
 * From where to where the values of a model's data go, in the data's units.
 *
 * @param least below {@code greatest}
 */
public record DataRange(float least, float greatest) {}
