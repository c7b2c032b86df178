/** Fully connected networks whose layers can be trained one at a time: Bengio, Lamblin, Popovici and Larochelle, Greedy layer-wise training of deep networks, NeurIPS 2006. Reproduced: the stack of autoencoders, with layers of their own on the way back. Not reproduced: tied weights, and training on labels at the end. */
@NullMarked
package dev.diabolo.plugins.vanilla.stacked;

import org.jspecify.annotations.NullMarked;
