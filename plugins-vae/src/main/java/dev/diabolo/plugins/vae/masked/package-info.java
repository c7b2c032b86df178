/**
 * Fully connected layers of which masks leave some weights out, so that networks are autoregressive: Germain et al., MADE: masked
 * autoencoder for distribution estimation, ICML 2015.
 */
@NullMarked
package dev.diabolo.plugins.vae.masked;

import org.jspecify.annotations.NullMarked;
