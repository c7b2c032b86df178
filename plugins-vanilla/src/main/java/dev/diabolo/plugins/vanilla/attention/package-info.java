/**
 * Transformer encoder and decoder: Vaswani et al., Attention is all you need, 2017; over patches of images as in Dosovitskiy et
 * al., An image is worth 16x16 words, 2021. Reproduced: linear embedding, learned positions, blocks of multi-head self-attention
 * and a two-layer network, each after a layer normalisation and within a residual connection (pre-norm, as in the latter).
 * Not reproduced: the class token, dropout, cross-attention and masks, as an autoencoder's decoder sees all of its tokens.
 */
@NullMarked
package dev.diabolo.plugins.vanilla.attention;

import org.jspecify.annotations.NullMarked;
