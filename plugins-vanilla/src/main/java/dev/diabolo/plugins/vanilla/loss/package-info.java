/** Reconstruction errors. */
@NullMarked
package dev.diabolo.plugins.vanilla.loss;

import org.jspecify.annotations.NullMarked;
