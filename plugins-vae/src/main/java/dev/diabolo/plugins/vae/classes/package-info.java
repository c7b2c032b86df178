/**
 * A class and a style as code, learnt from few labels: Kingma, Rezende, Mohamed and Welling, Semi-supervised learning with deep generative
 * models, NIPS 2014: the model M2. Not reproduced: M1, and the two stacked.
 */
@NullMarked
package dev.diabolo.plugins.vae.classes;

import org.jspecify.annotations.NullMarked;
