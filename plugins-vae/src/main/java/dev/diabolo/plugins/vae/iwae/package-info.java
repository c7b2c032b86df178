/**
 * The importance-weighted autoencoder: Burda, Grosse and Salakhutdinov, Importance weighted autoencoders, ICLR 2016.
 */
@NullMarked
package dev.diabolo.plugins.vae.iwae;

import org.jspecify.annotations.NullMarked;
