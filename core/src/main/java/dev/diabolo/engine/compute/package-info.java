/** Kernels on native memory: matrix products by BLAS, element-wise passes in Java. They know nothing of graphs. */
@NullMarked
package dev.diabolo.engine.compute;

import org.jspecify.annotations.NullMarked;
