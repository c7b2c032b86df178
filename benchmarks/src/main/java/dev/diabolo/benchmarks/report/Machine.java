package dev.diabolo.benchmarks.report;

import java.util.OptionalDouble;

/**
 * What the measurements were made on.
 *
 * @param cores that this process may use
 * @param peakGflops what one core can do at best, in a large matrix product by BLAS; empty where that failed
 * @param blasShare the share of a step of W1 on one thread that is spent in BLAS; empty where it was not measured
 */
public record Machine(int cores, OptionalDouble peakGflops, OptionalDouble blasShare) {}
