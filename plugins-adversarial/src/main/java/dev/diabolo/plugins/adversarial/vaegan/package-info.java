/** A variational autoencoder that compares in the features of a discriminator: Larsen et al., Autoencoding beyond pixels using a learned
 * similarity metric, ICML 2016. */
@NullMarked
package dev.diabolo.plugins.adversarial.vaegan;

import org.jspecify.annotations.NullMarked;
