package dev.diabolo.plugins.vae.maf;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A standard normal distribution transformed by masked autoregressive flows.
 *
 * <p><b>Shapes:</b> {@code [rows, code...] -> [rows]}.
 *
 * <p><b>Formula:</b> {@code u_i = (z_i - m_i) exp(-a_i)} for each flow, with m and a of dimension i depending on the dimensions of z before
 * i, by a masked network; {@code log p(z) = log N(u) - sum a} over all flows. Every second flow counts the dimensions backwards. A
 * density takes one pass through each network, a sample one for each dimension. A log-scale is {@code 3 tanh(a / 3)}, so that codes that do
 * not vary have a finite density.
 *
 * <p><b>Errors:</b> refused (USER) for codes of more than 256 numbers.
 *
 * <p><b>Source:</b> Papamakarios et al. 2017, equations 3 to 5; without batch normalisation between the flows.
 */
public final class MaskedAutoregressivePriorProvider implements PriorProvider<MaskedAutoregressiveOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "maf");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<MaskedAutoregressiveOptions> optionsType() {
        return MaskedAutoregressiveOptions.class;
    }

    @Override
    public String summary() {
        return "a chain of masked autoregressive flows from a normal distribution, learnt";
    }

    @Override
    public Prior create(MaskedAutoregressiveOptions options) {
        return new MaskedAutoregressivePrior(options);
    }
}
