/** Wasserstein generative adversarial networks: Arjovsky et al., ICML 2017; and the penalty of Gulrajani et al., NeurIPS 2017, by
 * differences in place of gradients of gradients. */
@NullMarked
package dev.diabolo.plugins.adversarial.wgan;

import org.jspecify.annotations.NullMarked;
