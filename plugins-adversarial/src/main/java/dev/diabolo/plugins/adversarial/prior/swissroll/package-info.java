/** A Swiss roll: Makhzani et al. 2015, figure 3. */
@NullMarked
package dev.diabolo.plugins.adversarial.prior.swissroll;

import org.jspecify.annotations.NullMarked;
