/** Trainers for losses that all parameters minimise together. */
@NullMarked
package dev.diabolo.plugins.vanilla.trainer;

import org.jspecify.annotations.NullMarked;
