package dev.diabolo;

import java.util.OptionalInt;

/**
 * An example whose code is near another's.
 *
 * @param row of the data searched, from 0
 * @param distance as {@link Similarity} measures it
 * @param label where the data have labels
 */
public record Neighbour(int row, double distance, OptionalInt label) {}
