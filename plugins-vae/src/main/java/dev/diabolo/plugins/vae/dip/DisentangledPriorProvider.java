package dev.diabolo.plugins.vae.dip;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A variational objective that wants the dimensions of codes, over all data, uncorrelated and of variance 1.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; those of the covariance are the same for all of a batch, which
 * they couple.
 *
 * <p><b>Formula:</b> {@code -log p(x | z) + beta KL(q(z | x) || p(z)) + off-diagonal sum_(i != j) C_ij^2 + diagonal sum_i (C_ii - 1)^2}, with C
 * for the means of codes (type I) the covariance of these over the batch (in an evaluation, over each part of 256 examples; divided by their
 * number), and for codes (type II) the mean of their variances added on the diagonal.
 *
 * <p><b>Errors:</b> refused (USER) for posteriors other than normal ones, and without a prior.
 *
 * <p><b>Source:</b> Kumar, Sattigeri and Balakrishnan 2018, equations 6 and 7.
 */
public final class DisentangledPriorProvider implements LossProvider<DisentangledPriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "dip");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<DisentangledPriorOptions> optionsType() {
        return DisentangledPriorOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, divergence, and penalties on the covariance of codes";
    }

    @Override
    public Loss create(DisentangledPriorOptions options) {
        return new DisentangledPrior(options);
    }
}
