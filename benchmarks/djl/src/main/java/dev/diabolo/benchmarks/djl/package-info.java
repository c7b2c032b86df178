/** Deep Java Library on PyTorch under measurement: blocks, and a loop with a gradient collector. */
@NullMarked
package dev.diabolo.benchmarks.djl;

import org.jspecify.annotations.NullMarked;
