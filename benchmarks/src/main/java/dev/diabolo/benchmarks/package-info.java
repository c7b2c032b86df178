/** The command {@code diabolo benchmark}: which engines, in which order, each in a process of its own. */
@NullMarked
package dev.diabolo.benchmarks;

import org.jspecify.annotations.NullMarked;
