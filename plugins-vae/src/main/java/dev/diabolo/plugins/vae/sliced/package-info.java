/**
 * The sliced-Wasserstein autoencoder: Kolouri, Pope, Martin and Rohde, Sliced Wasserstein auto-encoders, ICLR 2019.
 */
@NullMarked
package dev.diabolo.plugins.vae.sliced;

import org.jspecify.annotations.NullMarked;
