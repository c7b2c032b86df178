/**
 * Choices as codes: Jang, Gu and Poole, Categorical reparameterization with Gumbel-softmax, ICLR 2017; Maddison et al., The concrete
 * distribution, ICLR 2017. Not reproduced: temperatures that fall in training.
 */
@NullMarked
package dev.diabolo.plugins.vae.categorical;

import org.jspecify.annotations.NullMarked;
