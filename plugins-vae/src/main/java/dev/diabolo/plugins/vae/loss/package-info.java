/** Losses of variational autoencoders. */
@NullMarked
package dev.diabolo.plugins.vae.loss;

import org.jspecify.annotations.NullMarked;
