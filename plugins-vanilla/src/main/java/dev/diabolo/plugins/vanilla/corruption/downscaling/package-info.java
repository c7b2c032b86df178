/** Fewer pixels, which a model learns to put back: single-image super-resolution, with the input brought to the size of the output beforehand as in Dong, Loy, He and Tang, Learning a deep convolutional network for image super-resolution, ECCV 2014. Reproduced: the task. Pixels are averaged and not filtered by a Gaussian, and interpolation is nearest or bilinear, not bicubic. */
@NullMarked
package dev.diabolo.plugins.vanilla.corruption.downscaling;

import org.jspecify.annotations.NullMarked;
