/** A normal posterior of one width for all codes: Ghosh et al., From variational to deterministic autoencoders, ICLR 2020, section 3, where
 * it is the "constant-variance" posterior that noise on a decoder's input amounts to. */
@NullMarked
package dev.diabolo.plugins.vae.fixedgaussian;

import org.jspecify.annotations.NullMarked;
