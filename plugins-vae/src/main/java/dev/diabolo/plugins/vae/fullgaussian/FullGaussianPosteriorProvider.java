package dev.diabolo.plugins.vae.fullgaussian;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A normal distribution with a full covariance.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}.
 *
 * <p><b>Formula:</b> {@code z = mean + L e} with standard normal e; L is lower triangular with {@code exp(log-variance / 2)} on its
 * diagonal, so that the covariance is {@code L L^T}. Mean, log-variance and the rest of L are linear in the features; the
 * log-variance is bounded softly, see {@code vae.gaussian}. {@code log q(z) = -1/2 (|e|^2 + size log 2 pi) - sum log L_ii}.
 *
 * <p><b>Source:</b> Kingma et al. 2016, appendix B.1; Kingma and Welling 2019, section 2.5.1. The layer of L has size^2 units, of which
 * those above the diagonal are not used.
 */
public final class FullGaussianPosteriorProvider implements PosteriorProvider<FullGaussianPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "full-gaussian");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<FullGaussianPosteriorOptions> optionsType() {
        return FullGaussianPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "a normal distribution with any covariance for each example";
    }

    @Override
    public Posterior create(FullGaussianPosteriorOptions options) {
        return new FullGaussianPosterior(options);
    }
}
