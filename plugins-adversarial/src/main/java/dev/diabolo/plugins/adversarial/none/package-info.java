/** What stands in the place of an encoder in models that only generate. */
@NullMarked
package dev.diabolo.plugins.adversarial.none;

import org.jspecify.annotations.NullMarked;
