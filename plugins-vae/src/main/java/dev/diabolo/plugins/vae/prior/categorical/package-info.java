/**
 * The uniform distribution of choices, as prior: Jang, Gu and Poole, Categorical reparameterization with Gumbel-softmax, ICLR 2017.
 */
@NullMarked
package dev.diabolo.plugins.vae.prior.categorical;

import org.jspecify.annotations.NullMarked;
