/**
 * The combination importance-weighted autoencoder: Rainforth et al., Tighter variational bounds are not necessarily better, ICML 2018.
 */
@NullMarked
package dev.diabolo.plugins.vae.ciwae;

import org.jspecify.annotations.NullMarked;
