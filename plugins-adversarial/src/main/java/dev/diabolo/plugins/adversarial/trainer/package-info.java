/** Trains networks that play against each other. */
@NullMarked
package dev.diabolo.plugins.adversarial.trainer;

import org.jspecify.annotations.NullMarked;
