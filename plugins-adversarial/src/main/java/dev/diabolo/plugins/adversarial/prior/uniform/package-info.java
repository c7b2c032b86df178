/** Uniform distributions over boxes. */
@NullMarked
package dev.diabolo.plugins.adversarial.prior.uniform;

import org.jspecify.annotations.NullMarked;
