/**
 * The multiply importance-weighted autoencoder: Rainforth et al., Tighter variational bounds are not necessarily better, ICML 2018.
 */
@NullMarked
package dev.diabolo.plugins.vae.miwae;

import org.jspecify.annotations.NullMarked;
