/**
 * The binary files of CIFAR-10: A. Krizhevsky, "Learning multiple layers of features from tiny images", 2009; the layout is
 * described at https://www.cs.toronto.edu/~kriz/cifar.html, "Binary version". CIFAR-100, with its two labels, is not read.
 */
@NullMarked
package dev.diabolo.data.cifar;

import org.jspecify.annotations.NullMarked;
