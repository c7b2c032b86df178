package dev.diabolo.plugins.vae.twostage;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Sampler;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A variational autoencoder of codes, with a standard normal prior and a normal likelihood of a learnt deviation.
 *
 * <p><b>Formula:</b> {@code E_q(u|z) log N(z; f(u), d^2) - KL(q(u | z) || N(0, 1))} is maximised over the codes z, each dimension with
 * mean 0 and variance 1; drawn codes are {@code f(u) + d e} with standard normal u and e. The density of a code is an estimate by
 * importance sampling, a bound from below in the mean.
 *
 * <p><b>Errors:</b> refused (USER) for codes that are choices.
 *
 * <p><b>Source:</b> Dai and Wipf 2019, section 4.
 */
public final class TwoStageSamplerProvider implements SamplerProvider<TwoStageSamplerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "two-stage");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<TwoStageSamplerOptions> optionsType() {
        return TwoStageSamplerOptions.class;
    }

    @Override
    public String summary() {
        return "a second variational autoencoder, trained on the codes of the first";
    }

    @Override
    public Sampler create(TwoStageSamplerOptions options) {
        return new TwoStageSampler(options);
    }
}
