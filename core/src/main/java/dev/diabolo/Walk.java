package dev.diabolo;

/**
 * Codes one after the other, and what is decoded from each.
 *
 * @param codes in order
 * @param examples as many, in the data's units
 */
public record Walk(float[][] codes, float[][] examples) {}
