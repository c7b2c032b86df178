/** Additive normal noise, of Vincent, Larochelle, Lajoie, Bengio and Manzagol, Stacked denoising autoencoders: learning useful representations in a deep network with a local denoising criterion, JMLR 11, 2010, section 3.3. Reproduced: the corruption. Values are not clipped to [0, 1]; the emphasis on corrupted dimensions (section 3.4) is not reproduced. */
@NullMarked
package dev.diabolo.plugins.vanilla.corruption.gaussian;

import org.jspecify.annotations.NullMarked;
