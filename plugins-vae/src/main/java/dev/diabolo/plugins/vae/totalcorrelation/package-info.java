/**
 * The beta-TC-VAE: Chen, Li, Grosse and Duvenaud, Isolating sources of disentanglement in variational autoencoders, NeurIPS 2018.
 * Reproduced: minibatch-weighted sampling. Not reproduced: minibatch-stratified sampling.
 */
@NullMarked
package dev.diabolo.plugins.vae.totalcorrelation;

import org.jspecify.annotations.NullMarked;
