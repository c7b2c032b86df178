package dev.diabolo.plugins.vae.iwae;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The negative importance-weighted bound of the data's log-likelihood: tighter than the evidence lower bound, the more so the more samples
 * there are.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; decoder and likelihood see as many rows of each example as there
 * are samples.
 *
 * <p><b>Formula:</b> {@code -log 1/K sum_k p(x | z_k) p(z_k) / q(z_k | x)} with K samples z_k of q, in nats, reported in the three terms of
 * {@link dev.diabolo.plugins.vae.importance.ImportanceBound}: reconstruction and divergence in the mean of the samples, which are the
 * evidence lower bound, and what the weighting gains.
 *
 * <p><b>Errors:</b> refused (USER) without a prior, for posteriors without a density, and doubly reparameterised for those that are not normal.
 *
 * <p><b>Source:</b> Burda, Grosse and Salakhutdinov 2016; the other gradient: Tucker et al. 2019.
 */
public final class ImportanceWeightedProvider implements LossProvider<ImportanceWeightedOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "iwae");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<ImportanceWeightedOptions> optionsType() {
        return ImportanceWeightedOptions.class;
    }

    @Override
    public String summary() {
        return "the negative importance-weighted bound, of several samples of each code";
    }

    @Override
    public Loss create(ImportanceWeightedOptions options) {
        return new ImportanceWeighted(options);
    }
}
