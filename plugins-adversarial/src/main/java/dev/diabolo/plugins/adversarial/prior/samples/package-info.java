/** The distribution of samples in a file: adversarial training needs no density of a prior (Makhzani et al. 2015). */
@NullMarked
package dev.diabolo.plugins.adversarial.prior.samples;

import org.jspecify.annotations.NullMarked;
