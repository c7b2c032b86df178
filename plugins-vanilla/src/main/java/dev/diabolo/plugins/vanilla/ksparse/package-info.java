/**
 * The k-sparse autoencoder: of each code only the k largest values are kept.
 *
 * <p>Makhzani and Frey, "k-sparse autoencoders", ICLR 2014 (arXiv:1312.5663). Reproduced: linear units, the k largest in
 * training and alpha k elsewhere, gradients through those that are kept; tied weights are the dense decoder's. Not reproduced: the
 * schedule that begins with a large k.
 */
@NullMarked
package dev.diabolo.plugins.vanilla.ksparse;

import org.jspecify.annotations.NullMarked;
