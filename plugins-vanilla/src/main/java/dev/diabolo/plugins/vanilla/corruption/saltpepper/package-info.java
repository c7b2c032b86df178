/** Salt-and-pepper noise, of Vincent, Larochelle, Lajoie, Bengio and Manzagol, Stacked denoising autoencoders: learning useful representations in a deep network with a local denoising criterion, JMLR 11, 2010, section 3.3. Reproduced: the corruption. */
@NullMarked
package dev.diabolo.plugins.vanilla.corruption.saltpepper;

import org.jspecify.annotations.NullMarked;
