/**
 * Fully connected encoder and decoder, as in the deep autoencoder of Hinton and Salakhutdinov, Reducing the dimensionality of data
 * with neural networks, Science 313, 2006. Reproduced: the networks. Not reproduced: the pre-training by restricted Boltzmann
 * machines. Residual layers are after He et al., Deep residual learning for image recognition, 2016; tied weights after Vincent et
 * al., Stacked denoising autoencoders, JMLR 11, 2010.
 */
@NullMarked
package dev.diabolo.plugins.vanilla.dense;

import org.jspecify.annotations.NullMarked;
