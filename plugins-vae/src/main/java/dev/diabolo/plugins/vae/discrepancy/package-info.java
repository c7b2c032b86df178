/**
 * The maximum mean discrepancy: Gretton et al., A kernel two-sample test, JMLR 2012.
 */
@NullMarked
package dev.diabolo.plugins.vae.discrepancy;

import org.jspecify.annotations.NullMarked;
