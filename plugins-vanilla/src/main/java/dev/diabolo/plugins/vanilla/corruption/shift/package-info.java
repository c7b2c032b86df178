/** Random shifts of images, as in the augmentation of Krizhevsky, Sutskever and Hinton, ImageNet classification with deep convolutional neural networks, NeurIPS 2012, section 4.1: crops of a padded image. Not reproduced: reflections and changes of colour. */
@NullMarked
package dev.diabolo.plugins.vanilla.corruption.shift;

import org.jspecify.annotations.NullMarked;
