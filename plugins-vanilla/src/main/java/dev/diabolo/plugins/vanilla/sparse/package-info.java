/**
 * Penalties that keep a code small or mostly silent.
 *
 * <p>L1 and L2 norms of the code; and the divergence of each unit's mean activation from a small target, as in Andrew Ng,
 * "Sparse autoencoder", CS294A lecture notes, Stanford 2011. Not reproduced: the weight decay that goes with it there, which is
 * the optimiser's {@code l2}, and the mean activation over all examples before each step, which is that of a batch here.
 */
@NullMarked
package dev.diabolo.plugins.vanilla.sparse;

import org.jspecify.annotations.NullMarked;
