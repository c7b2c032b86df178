/**
 * The Poisson likelihood.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.poisson;

import org.jspecify.annotations.NullMarked;
