/**
 * The evidence lower bound, and what variational objectives share: Kingma and Welling, Auto-encoding variational Bayes, ICLR 2014; Higgins
 * et al., beta-VAE, ICLR 2017; Kingma et al., Improved variational inference with inverse autoregressive flow, NIPS 2016 (free bits); Fu
 * et al., Cyclical annealing schedule, NAACL 2019.
 */
@NullMarked
package dev.diabolo.plugins.vae.loss;

import org.jspecify.annotations.NullMarked;
