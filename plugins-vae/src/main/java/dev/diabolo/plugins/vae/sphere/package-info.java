/**
 * Codes on the sphere: Davidson, Falorsi, De Cao, Kipf and Tomczak, Hyperspherical variational auto-encoders, UAI 2018. Bessel functions by
 * uniform asymptotic expansion (DLMF 10.41.3) and backward recurrence (DLMF 10.29.1).
 */
@NullMarked
package dev.diabolo.plugins.vae.sphere;

import org.jspecify.annotations.NullMarked;
