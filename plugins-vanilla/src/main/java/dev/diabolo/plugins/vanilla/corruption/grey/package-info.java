/** Colours are lost, which a model learns to bring back. Luminance as of Recommendation ITU-R BT.601-7, section 2.5.1. */
@NullMarked
package dev.diabolo.plugins.vanilla.corruption.grey;

import org.jspecify.annotations.NullMarked;
