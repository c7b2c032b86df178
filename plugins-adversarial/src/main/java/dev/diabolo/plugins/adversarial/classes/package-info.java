/**
 * Adversarial autoencoders of classes: Makhzani et al., Adversarial autoencoders, 2015, sections 2.3 (codes by label), 5 (few labels), 6
 * (clusters) and 7 (cluster heads). There classification is a phase of its own, here a term of the reconstruction's; optimisers are
 * Adam, where the source has gradient descent with momentum. Not reproduced: the cost that keeps cluster heads apart. Beyond
 * it: consistency of classes, after Hu et al., Learning discrete representations via information maximizing self-augmented training, ICML 2017.
 */
@NullMarked
package dev.diabolo.plugins.adversarial.classes;

import org.jspecify.annotations.NullMarked;
