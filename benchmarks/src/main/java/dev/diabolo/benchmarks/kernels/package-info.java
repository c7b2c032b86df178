/** Kernels of the engine, and whole training steps, under JMH. */
@NullMarked
package dev.diabolo.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
