/**
 * The categorical likelihood.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.categorical;

import org.jspecify.annotations.NullMarked;
