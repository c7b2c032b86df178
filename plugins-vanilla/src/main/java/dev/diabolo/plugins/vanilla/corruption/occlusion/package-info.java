/** A hidden rectangle, which a model learns to complete. The corruption of Pathak, Krahenbuhl, Donahue, Darrell and Efros, Context encoders: feature learning by inpainting, CVPR 2016, section 3.2, random block. Reproduced: one block at a random place. Not reproduced: several blocks, random regions, the adversarial loss. */
@NullMarked
package dev.diabolo.plugins.vanilla.corruption.occlusion;

import org.jspecify.annotations.NullMarked;
