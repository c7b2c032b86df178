/**
 * The t likelihood.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.student;

import org.jspecify.annotations.NullMarked;
