/** The plain autoencoder's reconstruction: one value for each value, without a distribution. */
@NullMarked
package dev.diabolo.plugins.vanilla.deterministic;

import org.jspecify.annotations.NullMarked;
