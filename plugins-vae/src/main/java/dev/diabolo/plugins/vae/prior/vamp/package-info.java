/**
 * The variational mixture of posteriors: Tomczak and Welling, VAE with a VampPrior, AISTATS 2018; the prior, without the
 * two-layer model.
 */
@NullMarked
package dev.diabolo.plugins.vae.prior.vamp;

import org.jspecify.annotations.NullMarked;
