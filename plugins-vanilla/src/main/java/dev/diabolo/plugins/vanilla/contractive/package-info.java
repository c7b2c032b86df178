/**
 * The contractive autoencoder: a code that hardly changes where the data change a little.
 *
 * <p>Rifai, Vincent, Muller, Glorot and Bengio, "Contractive auto-encoders: explicit invariance during feature extraction",
 * ICML 2011. Reproduced: the penalty on the squared Frobenius norm of the encoder's Jacobian, for encoders of any depth, by an
 * estimate along random directions instead of the closed form of one logistic layer. Not reproduced: higher orders.
 */
@NullMarked
package dev.diabolo.plugins.vanilla.contractive;

import org.jspecify.annotations.NullMarked;
