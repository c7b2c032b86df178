package dev.diabolo.plugins.vae.maf;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Sampler;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The density of {@link MaskedAutoregressivePriorProvider}, fitted to the codes of a trained model by maximum likelihood.
 *
 * <p><b>Formula:</b> {@code sum log p(z)} over the codes, each dimension with mean 0 and variance 1, is maximised.
 *
 * <p><b>Errors:</b> refused (USER) for codes that are choices, and for those of more than 256 numbers.
 *
 * <p><b>Source:</b> Papamakarios et al. 2017.
 */
public final class MaskedAutoregressiveSamplerProvider implements SamplerProvider<MaskedAutoregressiveSamplerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "maf");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<MaskedAutoregressiveSamplerOptions> optionsType() {
        return MaskedAutoregressiveSamplerOptions.class;
    }

    @Override
    public String summary() {
        return "a chain of masked autoregressive flows from a normal distribution, trained on codes";
    }

    @Override
    public Sampler create(MaskedAutoregressiveSamplerOptions options) {
        return new MaskedAutoregressiveSampler(options);
    }
}
