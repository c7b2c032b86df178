/** Networks that tell what is real. */
@NullMarked
package dev.diabolo.plugins.adversarial.discriminator;

import org.jspecify.annotations.NullMarked;
