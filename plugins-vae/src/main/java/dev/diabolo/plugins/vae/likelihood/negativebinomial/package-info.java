/**
 * The negative binomial likelihood.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.negativebinomial;

import org.jspecify.annotations.NullMarked;
