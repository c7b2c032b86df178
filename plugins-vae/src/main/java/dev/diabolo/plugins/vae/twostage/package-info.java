/**
 * A second variational autoencoder on the codes of a first: Dai and Wipf, Diagnosing and enhancing VAE models, ICLR 2019
 * (arXiv:1903.05789).
 *
 * <p>Reproduced: the second stage, with a learnt variance of its decoder, fitted after the first. Different: it is fitted to the modes of
 * the first stage's codes, not to samples of its posterior; networks have two hidden layers of 256 units by default, not three of
 * 1,024.
 */
@NullMarked
package dev.diabolo.plugins.vae.twostage;

import org.jspecify.annotations.NullMarked;
