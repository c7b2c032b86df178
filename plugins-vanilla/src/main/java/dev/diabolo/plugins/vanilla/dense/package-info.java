/** Fully connected encoder and decoder, as in the deep autoencoder of Hinton and Salakhutdinov, Reducing the dimensionality of data with neural networks, Science 313, 2006. Reproduced: the networks. Not reproduced: the pre-training by restricted Boltzmann machines. */
@NullMarked
package dev.diabolo.plugins.vanilla.dense;

import org.jspecify.annotations.NullMarked;
