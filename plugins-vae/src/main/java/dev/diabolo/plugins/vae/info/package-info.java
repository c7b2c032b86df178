/**
 * The InfoVAE with the maximum mean discrepancy: Zhao, Song and Ermon, InfoVAE: balancing learning and inference in variational
 * autoencoders, AAAI 2019.
 */
@NullMarked
package dev.diabolo.plugins.vae.info;

import org.jspecify.annotations.NullMarked;
