/** Stochastic binarisation of grey values, as in Burda, Grosse and Salakhutdinov, Importance weighted autoencoders, ICLR 2016, section 5, after Salakhutdinov and Murray, On the quantitative analysis of deep belief networks, ICML 2008. Reproduced: a new draw for each step. */
@NullMarked
package dev.diabolo.plugins.vanilla.corruption.binarisation;

import org.jspecify.annotations.NullMarked;
