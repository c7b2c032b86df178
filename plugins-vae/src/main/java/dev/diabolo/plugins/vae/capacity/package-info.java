/**
 * Capacity annealing: Burgess et al., Understanding disentangling in beta-VAE, 2018 (arXiv:1804.03599).
 */
@NullMarked
package dev.diabolo.plugins.vae.capacity;

import org.jspecify.annotations.NullMarked;
