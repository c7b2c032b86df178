/**
 * Convolutional encoders and decoders of images and sequences, as in Masci et al., Stacked convolutional auto-encoders for hierarchical
 * feature extraction, ICANN 2011. Reproduced: the networks. Not reproduced: max-pooling (strides make images smaller here, after
 * Springenberg et al., Striving for simplicity, 2015) and training layer by layer. The decoder grows images by transposed convolutions
 * (Zeiler et al. 2010), or by repeating places and convolving, which leaves no checkerboard (Odena et al., Deconvolution and
 * checkerboard artifacts, Distill 2016).
 */
@NullMarked
package dev.diabolo.plugins.vanilla.convolutional;

import org.jspecify.annotations.NullMarked;
