package dev.diabolo.plugins.vanilla.deterministic;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The reconstruction as plain values.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...] -> [batch, data...]}.
 *
 * <p><b>Formula:</b> {@code mean = activation(raw)}; the negative log-likelihood is that of a normal distribution of
 * variance 1, {@code 0.5 sum (x - mean)^2 + D/2 log(2 pi)}.
 */
public final class DeterministicLikelihoodProvider implements LikelihoodProvider<DeterministicLikelihoodOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "deterministic");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<DeterministicLikelihoodOptions> optionsType() {
        return DeterministicLikelihoodOptions.class;
    }

    @Override
    public String summary() {
        return "the decoder's values through an activation, without a distribution";
    }

    @Override
    public Likelihood create(DeterministicLikelihoodOptions options) {
        return new DeterministicLikelihood(options);
    }
}
