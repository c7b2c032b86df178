package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.DirectSampler;
import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.Map;

/**
 * A mixture of normal distributions with full covariances, by expectation maximisation.
 *
 * <p><b>Formula:</b> from centres that k-means++ chooses, each with the covariance of all codes, alternately {@code r_ik = w_k N_k(z_i)
 * / sum_l w_l N_l(z_i)} and the moments of the codes weighted by r. Each step raises the likelihood of the codes, but for what is
 * added to the variances.
 *
 * <p><b>Source:</b> Dempster, Laird and Rubin 1977; the first centres, Arthur and Vassilvitskii 2007; for autoencoders, Ghosh et
 * al. 2020, with 10 components.
 */
public final class MixtureSamplerProvider implements SamplerProvider<MixtureSamplerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "gaussian-mixture");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<MixtureSamplerOptions> optionsType() {
        return MixtureSamplerOptions.class;
    }

    @Override
    public String summary() {
        return "a mixture of normal distributions with full covariances, fitted to codes by expectation maximisation";
    }

    @Override
    public DirectSampler create(MixtureSamplerOptions options) {
        return new Fitting(options);
    }

    private record Fitting(MixtureSamplerOptions options) implements DirectSampler {
        @Override
        public FittedSampler fit(float[][] codes, long seed) {
            Moments.requireSeveral(codes, Math.max(2, options.components()));
            return new ExpectationMaximisation(codes, options).run(seed);
        }

        @Override
        public FittedSampler restore(Map<String, TrainedParameter> state) {
            return Mixture.restore(state);
        }
    }
}
