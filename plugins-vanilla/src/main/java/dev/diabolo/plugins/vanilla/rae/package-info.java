/**
 * Regularised autoencoders: a deterministic decoder that is kept smooth, so that codes near those of the data decode well.
 *
 * <p>Ghosh, Sajjadi, Vergari, Black and Schoelkopf, "From variational to deterministic autoencoders", ICLR 2020. Reproduced:
 * the penalty on the code (that of {@code sparse}), decay of the decoder's parameters (RAE-L2) and the gradient penalty
 * (RAE-GP), the latter by an estimate along random directions. Not reproduced: spectral normalisation (RAE-SN), and the density
 * that is fitted to the codes afterwards to draw new ones.
 */
@NullMarked
package dev.diabolo.plugins.vanilla.rae;

import org.jspecify.annotations.NullMarked;
