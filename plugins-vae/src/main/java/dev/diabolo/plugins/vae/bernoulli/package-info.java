/** The Bernoulli likelihood: a probability for each value. */
@NullMarked
package dev.diabolo.plugins.vae.bernoulli;

import org.jspecify.annotations.NullMarked;
