/** The plain autoencoder's code: one point for each example. */
@NullMarked
package dev.diabolo.plugins.vanilla.point;

import org.jspecify.annotations.NullMarked;
