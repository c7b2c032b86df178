/** Priors that are known by their samples, most of them with a density too. */
@NullMarked
package dev.diabolo.plugins.adversarial.prior;

import org.jspecify.annotations.NullMarked;
