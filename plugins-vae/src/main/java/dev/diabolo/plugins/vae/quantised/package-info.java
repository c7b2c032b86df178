/**
 * Codes made of entries of a codebook: the VQ-VAE.
 *
 * <p>Van den Oord, Vinyals and Kavukcuoglu, "Neural discrete representation learning", NeurIPS 2017 (arXiv:1711.00937).
 * Reproduced: the nearest entry, the straight-through gradient, the loss of equation 3, and the codebook of moving averages of
 * appendix A.1. Entries that nothing chooses are replaced as in Dhariwal et al., "Jukebox", 2020 (arXiv:2005.00341), section
 * 3.1. Not reproduced: the autoregressive prior over entries that is fitted afterwards, so there is nothing to generate from.
 */
@NullMarked
package dev.diabolo.plugins.vae.quantised;

import org.jspecify.annotations.NullMarked;
