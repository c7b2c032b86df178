/** The normal posterior: a mean and a variance for each number of a code. */
@NullMarked
package dev.diabolo.plugins.vae.gaussian;

import org.jspecify.annotations.NullMarked;
