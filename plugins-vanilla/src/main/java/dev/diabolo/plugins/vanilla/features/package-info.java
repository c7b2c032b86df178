/** The encoder's features as the code, of whatever shape they are. */
@NullMarked
package dev.diabolo.plugins.vanilla.features;

import org.jspecify.annotations.NullMarked;
