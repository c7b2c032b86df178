package dev.diabolo.plugins.vae.totalcorrelation;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A variational objective that weighs the parts of the divergence on their own.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; examples of a batch see each other.
 *
 * <p><b>Formula:</b> {@code -log p(x | z) + alpha (log q(z | x) - log q(z)) + beta (log q(z) - sum_j log q(z_j)) + gamma (sum_j log q(z_j) -
 * log p(z))}, in nats, with q(z) the mean of q(z | x) over all data, estimated from the batch by minibatch-weighted sampling. The number of
 * examples it needs is that of the data that are learnt from, or measured; it shifts the three parts by constants and has no
 * influence on what is learnt. The estimates are biased, the more the smaller the batch. The divergence itself is reported, with
 * weight 0.
 *
 * <p><b>Errors:</b> refused (USER) for posteriors other than normal ones, and without a prior.
 *
 * <p><b>Source:</b> Chen, Li, Grosse and Duvenaud 2018, equations 2 to 5; beta = 6 is theirs for sprites.
 */
public final class TotalCorrelationProvider implements LossProvider<TotalCorrelationOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "beta-tc");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<TotalCorrelationOptions> optionsType() {
        return TotalCorrelationOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, and the parts of the divergence: information, total correlation, dimensions";
    }

    @Override
    public Loss create(TotalCorrelationOptions options) {
        return new TotalCorrelation(options);
    }
}
