/**
 * What importance-weighted bounds share: Burda, Grosse and Salakhutdinov, Importance weighted autoencoders, ICLR 2016; Rainforth et al.,
 * Tighter variational bounds are not necessarily better, ICML 2018; Tucker, Lawson, Gu and Maddison, Doubly reparameterized gradient
 * estimators for Monte Carlo objectives, ICLR 2019 (2018 as a preprint).
 */
@NullMarked
package dev.diabolo.plugins.vae.importance;

import org.jspecify.annotations.NullMarked;
