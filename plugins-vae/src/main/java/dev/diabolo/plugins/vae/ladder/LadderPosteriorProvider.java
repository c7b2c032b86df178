package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A code in layers, each a normal distribution given the layer above.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, sum of sizes]}, the lowest layer first.
 *
 * <p><b>Formula:</b> on the way up, without noise, {@code d_1} is the features and {@code d_(i+1) = activation(d_i W + b)}; each gives a mean
 * m and a log-variance v of its layer. On the way down the highest layer is {@code N(m, exp v)}, and each other one the normalised product
 * of that and the prior of the layer given the sample above: {@code 1 / variance = exp(-v) + 1 / prior variance}, with means weighted by
 * these precisions. The parameters of the way down are the prior's too, see {@link HierarchicalPriorProvider}.
 *
 * <p><b>Errors:</b> refused (USER) without a layer.
 *
 * <p><b>Source:</b> Sonderby et al. 2016, equations 11 to 18; without batch normalisation, and with {@link
 * dev.diabolo.plugins.vae.gaussian.SoftBound bounded} log-variances.
 */
public final class LadderPosteriorProvider implements PosteriorProvider<LadderPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "ladder");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<LadderPosteriorOptions> optionsType() {
        return LadderPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "layers of normal distributions, inferred from the highest to the lowest";
    }

    @Override
    public Posterior create(LadderPosteriorOptions options) {
        return new LadderPosterior(options.hierarchy());
    }
}
