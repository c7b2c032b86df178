/** The standard normal distribution, the prior of the first variational autoencoders: Kingma and Welling, Auto-encoding variational Bayes, ICLR 2014. */
@NullMarked
package dev.diabolo.plugins.vae.prior.normal;

import org.jspecify.annotations.NullMarked;
