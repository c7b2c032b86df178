package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Entries of a codebook: the nearest to what the encoder gives.
 *
 * <p><b>Shapes:</b> {@code [batch, features] -> [batch, groups size]}; of sequences {@code [batch, features, time] -> [batch, groups
 * size, time]}, of images {@code [batch, channels, height, width] -> [batch, groups size, height, width]}.
 *
 * <p><b>Formula:</b> a linear map, the same at every place, gives {@code z}; each group of {@code size} numbers at each place becomes
 * the entry {@code e_k} with the least {@code ||z - e_k||}, of equally near ones the first. The decoder is given {@code z +
 * stop(e_k - z)}: the entry, with the gradient of z.
 *
 * <p>Moving averages, for each step and with {@code n_k} the share of the choices that took entry k and {@code m_k} the sum of what
 * chose it, divided by the number of choices: {@code s_k <- decay s_k + (1 - decay) n_k} and {@code e_k <- e_k + (1 - decay) (m_k - n_k
 * e_k) / s_k}, which is the ratio of both averages of the source, without its smoothing. An entry with {@code s_k <
 * restart / entries} becomes z of a random example, and {@code s_k} becomes {@code 1 / entries}. So the first step fills the codebook with
 * z of its batch.
 *
 * <p><b>Source:</b> van den Oord et al. 2017, section 3 and appendix A.1; there the gradient is the first choice, and nothing is
 * replaced.
 */
public final class QuantisedPosteriorProvider implements PosteriorProvider<QuantisedPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "quantised");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<QuantisedPosteriorOptions> optionsType() {
        return QuantisedPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "the nearest entries of a codebook, for vectors in groups and for each place of a sequence or image";
    }

    @Override
    public Posterior create(QuantisedPosteriorOptions options) {
        return new QuantisedPosterior(options);
    }
}
