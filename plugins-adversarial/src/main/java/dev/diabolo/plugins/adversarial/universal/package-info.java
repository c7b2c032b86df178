/** A posterior of any shape: Makhzani et al. 2015, section 2, "universal approximator posterior". */
@NullMarked
package dev.diabolo.plugins.adversarial.universal;

import org.jspecify.annotations.NullMarked;
