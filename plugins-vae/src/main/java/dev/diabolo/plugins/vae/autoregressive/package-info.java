/**
 * A causal network over grids of choices, so that models with a codebook can generate: van den Oord, Kalchbrenner and Kavukcuoglu, Pixel
 * recurrent neural networks, ICML 2016 (PixelCNN); as a prior of discrete codes, van den Oord et al., Neural discrete representation
 * learning, NeurIPS 2017, section 3.3.
 *
 * <p>Reproduced: masked convolutions, residual blocks, fitting after the autoencoder. Different: entries of a group are embedded, and not
 * given as intensities; the first mask sees nothing of its own place but groups before its own. Not reproduced: gates and the vertical
 * stack of the gated PixelCNN, so that places to the upper right are seen late.
 */
@NullMarked
package dev.diabolo.plugins.vae.autoregressive;

import org.jspecify.annotations.NullMarked;
