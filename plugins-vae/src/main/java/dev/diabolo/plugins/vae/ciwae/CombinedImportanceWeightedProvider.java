package dev.diabolo.plugins.vae.ciwae;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A mixture of the evidence lower bound and the importance-weighted bound.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; decoder and likelihood see as many rows of each example as there
 * are samples.
 *
 * <p><b>Formula:</b> {@code -beta ELBO - (1 - beta) IWAE_K}, both from the same K samples, in nats, reported in the three terms of
 * {@link dev.diabolo.plugins.vae.importance.ImportanceBound}, of which the third has the weight {@code 1 - beta}.
 *
 * <p><b>Errors:</b> refused (USER) without a prior, and for posteriors without a density.
 *
 * <p><b>Source:</b> Rainforth et al. 2018, equation 10; beta = 0.5 is one of theirs.
 */
public final class CombinedImportanceWeightedProvider implements LossProvider<CombinedImportanceWeightedOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "ciwae");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<CombinedImportanceWeightedOptions> optionsType() {
        return CombinedImportanceWeightedOptions.class;
    }

    @Override
    public String summary() {
        return "a mixture of the evidence lower bound and the importance-weighted bound";
    }

    @Override
    public Loss create(CombinedImportanceWeightedOptions options) {
        return new CombinedImportanceWeighted(options);
    }
}
