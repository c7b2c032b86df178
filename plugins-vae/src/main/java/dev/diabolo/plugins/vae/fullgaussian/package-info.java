/**
 * The normal posterior with a full covariance, by its Cholesky factor: Kingma and Welling, An introduction to variational
 * autoencoders, 2019, section 2.5.1.
 */
@NullMarked
package dev.diabolo.plugins.vae.fullgaussian;

import org.jspecify.annotations.NullMarked;
