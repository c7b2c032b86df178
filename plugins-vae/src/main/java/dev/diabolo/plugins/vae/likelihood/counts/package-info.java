/**
 * What likelihoods of counts share.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.counts;

import org.jspecify.annotations.NullMarked;
