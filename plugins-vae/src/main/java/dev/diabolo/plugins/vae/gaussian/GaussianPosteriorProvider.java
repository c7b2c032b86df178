package dev.diabolo.plugins.vae.gaussian;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A normal distribution with independent dimensions.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}.
 *
 * <p><b>Formula:</b> mean and log-variance are linear in the features, or in what hidden layers make of them; the sample is {@code mean + exp(log-variance / 2) e}
 * with standard normal e, so that gradients flow through both. Log-variances beyond {@code log-variance-bound} on either side grow
 * like a logarithm only, see {@link SoftBound}: a step that went too far then gives large numbers, and not infinite ones.
 *
 * <p><b>Source:</b> Kingma and Welling 2014; the bound is ours. Hidden layers are for models that are conditioned on labels, which come beside
 * the features: without them a label can only move the code's mean and scale its deviations. By default, standard deviations from 0.0006 to 1,800 are as they are in
 * the source.
 */
public final class GaussianPosteriorProvider implements PosteriorProvider<GaussianPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "gaussian");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<GaussianPosteriorOptions> optionsType() {
        return GaussianPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "a normal distribution for each example, by two fully connected layers";
    }

    @Override
    public Posterior create(GaussianPosteriorOptions options) {
        return new GaussianPosterior(options);
    }
}
