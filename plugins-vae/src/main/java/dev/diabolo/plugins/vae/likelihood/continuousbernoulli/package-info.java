/**
 * The continuous Bernoulli likelihood: Loaiza-Ganem and Cunningham, The continuous Bernoulli: fixing a pervasive error in variational
 * autoencoders, NeurIPS 2019.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.continuousbernoulli;

import org.jspecify.annotations.NullMarked;
