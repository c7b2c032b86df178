/**
 * Distributions that are fitted to the codes of a trained model, to draw new ones from.
 *
 * <p>Ghosh et al., "From variational to deterministic autoencoders", ICLR 2020 (arXiv:1903.12436), section 4: a normal distribution
 * or a mixture of them, fitted to the codes, lets a model without prior generate. Here each is fitted to the codes' modes.
 */
@NullMarked
package dev.diabolo.plugins.vae.sampler;

import org.jspecify.annotations.NullMarked;
