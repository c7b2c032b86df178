/** Deeplearning4j under measurement, by its own training loop. */
@NullMarked
package dev.diabolo.benchmarks.dl4j;

import org.jspecify.annotations.NullMarked;
