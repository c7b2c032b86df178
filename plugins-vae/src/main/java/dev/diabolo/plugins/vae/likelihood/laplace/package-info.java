/**
 * The Laplace likelihood.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.laplace;

import org.jspecify.annotations.NullMarked;
