/** The adversarial autoencoder: a discriminator shapes the codes. */
@NullMarked
package dev.diabolo.plugins.adversarial.aae;

import org.jspecify.annotations.NullMarked;
