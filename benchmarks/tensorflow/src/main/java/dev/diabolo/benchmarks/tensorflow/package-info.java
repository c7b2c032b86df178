/** TensorFlow Java under measurement: graphs, symbolic gradients, and its own kernels for Adam. */
@NullMarked
package dev.diabolo.benchmarks.tensorflow;

import org.jspecify.annotations.NullMarked;
