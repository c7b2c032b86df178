/**
 * The DIP-VAE, types I and II: Kumar, Sattigeri and Balakrishnan, Variational inference of disentangled latent concepts from unlabeled
 * observations, ICLR 2018.
 */
@NullMarked
package dev.diabolo.plugins.vae.dip;

import org.jspecify.annotations.NullMarked;
