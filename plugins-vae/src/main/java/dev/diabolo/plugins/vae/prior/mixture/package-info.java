/**
 * A learnt mixture of normal distributions as prior: Dilokthanakul et al., Deep unsupervised clustering with Gaussian mixture variational
 * autoencoders, 2016; the mixture alone, without that paper's second code, as Tomczak and Welling 2018 compare it ("MoG").
 */
@NullMarked
package dev.diabolo.plugins.vae.prior.mixture;

import org.jspecify.annotations.NullMarked;
