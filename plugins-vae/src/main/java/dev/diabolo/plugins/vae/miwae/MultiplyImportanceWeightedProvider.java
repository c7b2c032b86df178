package dev.diabolo.plugins.vae.miwae;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The mean of several negative importance-weighted bounds, whose gradient for the encoder has less noise than that of one with as many
 * samples.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; decoder and likelihood see as many rows of each example as there
 * are samples.
 *
 * <p><b>Formula:</b> {@code -1/M sum_m log 1/K sum_k w_mk} with M groups of K samples and {@code w = p(x | z) p(z) / q(z | x)}, in nats,
 * reported in the three terms of {@link dev.diabolo.plugins.vae.importance.ImportanceBound}.
 *
 * <p><b>Errors:</b> refused (USER) without a prior, for posteriors without a density, and doubly reparameterised for those that are not normal.
 *
 * <p><b>Source:</b> Rainforth et al. 2018, equation 9; the other gradient: Tucker et al. 2019.
 */
public final class MultiplyImportanceWeightedProvider implements LossProvider<MultiplyImportanceWeightedOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "miwae");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<MultiplyImportanceWeightedOptions> optionsType() {
        return MultiplyImportanceWeightedOptions.class;
    }

    @Override
    public String summary() {
        return "the mean of several negative importance-weighted bounds";
    }

    @Override
    public Loss create(MultiplyImportanceWeightedOptions options) {
        return new MultiplyImportanceWeighted(options);
    }
}
