/** FactorVAE: Kim and Mnih, Disentangling by factorising, ICML 2018. */
@NullMarked
package dev.diabolo.plugins.adversarial.factor;

import org.jspecify.annotations.NullMarked;
