/**
 * Masked autoregressive flows: Papamakarios, Pavlakou and Murray, Masked autoregressive flow for density estimation, NIPS 2017
 * (arXiv:1705.07057); masks of Germain et al. 2015.
 *
 * <p>Reproduced: blocks of masked networks with alternating orders. Not reproduced: batch normalisation between blocks; mixtures as the
 * first distribution.
 */
@NullMarked
package dev.diabolo.plugins.vae.maf;

import org.jspecify.annotations.NullMarked;
