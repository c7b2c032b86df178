package dev.diabolo.spi;

import dev.diabolo.spi.graph.Tensor;

/**
 * Several samples of each example's code, and what is decoded from each. Rows are sorted by example: sample j of example i is
 * row {@code i count + j}, so that a variable of one value a row becomes {@code [batch, count]} by reshaping.
 *
 * @param count samples of each example
 * @param data each example {@code count} times; shape {@code [batch count, data...]}
 * @param latent of each row, with noise of its own
 * @param reconstruction from each row's sample
 */
public record Draws(int count, Tensor data, Latent latent, Reconstruction reconstruction) {}
