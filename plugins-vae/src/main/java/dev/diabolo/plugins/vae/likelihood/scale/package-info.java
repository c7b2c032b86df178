/**
 * What likelihoods with a location and a scale share.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.scale;

import org.jspecify.annotations.NullMarked;
