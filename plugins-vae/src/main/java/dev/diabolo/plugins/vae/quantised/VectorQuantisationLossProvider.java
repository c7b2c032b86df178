package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The loss of a VQ-VAE.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}.
 *
 * <p><b>Formula:</b> {@code -log p(x | e) + ||stop(z) - e||^2 + beta ||z - stop(e)||^2}, the squares summed over the code. The term
 * {@code perplexity} is {@code exp(-sum_k p_k log p_k)} with p_k the share of the batch's choices that took entry k, from 1 to the number
 * of entries; it is reported and weighs nothing. With a codebook of moving averages {@code codebook} has no gradient.
 *
 * <p><b>Errors:</b> codes that are not quantised are refused (USER).
 *
 * <p><b>Source:</b> van den Oord et al. 2017, equation 3, with beta of its section 3.2.
 */
public final class VectorQuantisationLossProvider implements LossProvider<VectorQuantisationLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "vq");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<VectorQuantisationLossOptions> optionsType() {
        return VectorQuantisationLossOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, codebook and commitment of quantised codes, and the codebook's perplexity";
    }

    @Override
    public Loss create(VectorQuantisationLossOptions options) {
        return new VectorQuantisationLoss(options);
    }
}
