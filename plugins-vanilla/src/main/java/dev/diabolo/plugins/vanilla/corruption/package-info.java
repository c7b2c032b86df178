/** What corruptions of images share. */
@NullMarked
package dev.diabolo.plugins.vanilla.corruption;

import org.jspecify.annotations.NullMarked;
