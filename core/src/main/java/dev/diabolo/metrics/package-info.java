/** How good reconstructions are, and what simpler methods reach: PSNR, structural similarity, principal components, JPEG. */
@NullMarked
package dev.diabolo.metrics;

import org.jspecify.annotations.NullMarked;
