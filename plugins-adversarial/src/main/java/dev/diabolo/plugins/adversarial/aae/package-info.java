/** The adversarial autoencoder: Makhzani et al., Adversarial autoencoders, 2015; and the Wasserstein autoencoder with an adversarial
 * penalty: Tolstikhin et al., Wasserstein auto-encoders, ICLR 2018. Labels, which the first also uses, are not here. */
@NullMarked
package dev.diabolo.plugins.adversarial.aae;

import org.jspecify.annotations.NullMarked;
