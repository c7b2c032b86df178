/**
 * The normal likelihood.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.gaussian;

import org.jspecify.annotations.NullMarked;
