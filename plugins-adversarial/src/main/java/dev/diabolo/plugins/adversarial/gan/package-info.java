/** Generative adversarial networks: Goodfellow et al., NeurIPS 2014. */
@NullMarked
package dev.diabolo.plugins.adversarial.gan;

import org.jspecify.annotations.NullMarked;
