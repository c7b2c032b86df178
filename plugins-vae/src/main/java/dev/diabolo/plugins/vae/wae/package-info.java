/**
 * The Wasserstein autoencoder with the maximum mean discrepancy: Tolstikhin, Bousquet, Gelly and Schoelkopf, Wasserstein auto-encoders,
 * ICLR 2018.
 */
@NullMarked
package dev.diabolo.plugins.vae.wae;

import org.jspecify.annotations.NullMarked;
