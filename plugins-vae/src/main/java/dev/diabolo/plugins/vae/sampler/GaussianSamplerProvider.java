package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.DirectSampler;
import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.List;
import java.util.Map;

/**
 * A normal distribution with full covariance.
 *
 * <p><b>Formula:</b> mean and covariance of the codes, the latter divided by their number.
 *
 * <p><b>Source:</b> Ghosh et al. 2020, section 4.
 */
public final class GaussianSamplerProvider implements SamplerProvider<GaussianSamplerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "gaussian");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<GaussianSamplerOptions> optionsType() {
        return GaussianSamplerOptions.class;
    }

    @Override
    public String summary() {
        return "a normal distribution with full covariance, fitted to codes";
    }

    @Override
    public DirectSampler create(GaussianSamplerOptions options) {
        return new Gaussian(options);
    }

    private record Gaussian(GaussianSamplerOptions options) implements DirectSampler {
        @Override
        public FittedSampler fit(float[][] codes, long seed) {
            Moments.requireSeveral(codes, 2);
            Moments moments = Moments.of(codes);
            return new Mixture(
                    new double[] {1}, List.of(Normal.of(moments, options.regularisation(), moments.meanVariance())));
        }

        @Override
        public FittedSampler restore(Map<String, TrainedParameter> state) {
            return Mixture.restore(state);
        }
    }
}
