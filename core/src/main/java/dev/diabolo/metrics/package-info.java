/**
 * How good reconstructions are, and what simpler methods reach: PSNR, structural similarity, principal components, JPEG; and how
 * much samples are like data: Parzen window, mean discrepancy, Frechet distance, precision and recall, classes.
 */
@NullMarked
package dev.diabolo.metrics;

import org.jspecify.annotations.NullMarked;
