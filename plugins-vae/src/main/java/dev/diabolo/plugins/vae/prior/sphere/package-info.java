/**
 * The uniform distribution on the sphere, as prior: Davidson et al., Hyperspherical variational auto-encoders, UAI 2018.
 */
@NullMarked
package dev.diabolo.plugins.vae.prior.sphere;

import org.jspecify.annotations.NullMarked;
