/**
 * Normalising flows on the posterior: Rezende and Mohamed, Variational inference with normalizing flows, ICML 2015 (planar, radial);
 * Kingma et al., Improved variational inference with inverse autoregressive flow, NeurIPS 2016. The posterior has a log-density
 * at its sample only: flows are not inverted. Not reproduced: the sources' annealing of the bound, and convolutional flows.
 */
@NullMarked
package dev.diabolo.plugins.vae.flow;

import org.jspecify.annotations.NullMarked;
