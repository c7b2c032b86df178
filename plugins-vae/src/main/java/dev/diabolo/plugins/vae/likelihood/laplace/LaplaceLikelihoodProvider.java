package dev.diabolo.plugins.vae.likelihood.laplace;

import dev.diabolo.plugins.vae.likelihood.scale.LocationScaleLikelihood;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Independent Laplace distributions: absolute errors, which outliers disturb less than squared ones.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...]}, or {@code [batch, 2, data...]} with a scale for each value, to {@code [batch, data...]}.
 *
 * <p><b>Formula:</b> {@code sum (|x - mean| / s + log 2 s)}, in nats; s is the mean absolute error: 1, or fixed, or learned as
 * {@link dev.diabolo.plugins.vae.likelihood.scale.LocationScaleLikelihood} says.
 */
public final class LaplaceLikelihoodProvider implements LikelihoodProvider<LaplaceLikelihoodOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "laplace");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<LaplaceLikelihoodOptions> optionsType() {
        return LaplaceLikelihoodOptions.class;
    }

    @Override
    public String summary() {
        return "a Laplace distribution for each value, of fixed or learned scale";
    }

    @Override
    public Likelihood create(LaplaceLikelihoodOptions options) {
        return new LocationScaleLikelihood(
                "laplace",
                options.activation(),
                options.scale(),
                (scope, standardised) -> scope.graph().math().abs(standardised).add(Math.log(2)));
    }
}
