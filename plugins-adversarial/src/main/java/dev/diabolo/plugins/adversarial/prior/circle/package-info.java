/** Normal distributions on a circle: the mixture of Makhzani et al. 2015, figure 3. */
@NullMarked
package dev.diabolo.plugins.adversarial.prior.circle;

import org.jspecify.annotations.NullMarked;
