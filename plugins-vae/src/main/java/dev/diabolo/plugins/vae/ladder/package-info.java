/**
 * Codes in layers, each of which is the prior of the one below: Sonderby, Raiko, Maaloe, Sonderby and Winther, Ladder variational
 * autoencoders, NIPS 2016 (arXiv:1602.02282).
 *
 * <p>Reproduced: the posterior that goes up without noise and comes down merging what it saw with the prior's own parameters, the
 * divergence of each layer in closed form given the sample of the layer above, warm-up (in the recipe). Not reproduced: batch
 * normalisation, which the source has in every layer; an additional network between code and parameters in each layer is one
 * hidden layer here.
 */
@NullMarked
package dev.diabolo.plugins.vae.ladder;

import org.jspecify.annotations.NullMarked;
