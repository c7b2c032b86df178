package dev.diabolo.plugins.adversarial.bigan;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Encoder and decoder become inverse to each other without ever being asked to reconstruct: a discriminator sees both of a pair.
 *
 * <p><b>Formula:</b> {@code discriminator = -log s(d(x, e(x))) - log(1 - s(d(g(z), z)))}; {@code generator = -log(1 - s(d(x, e(x)))) - log
 * s(d(g(z), z))}.
 *
 * <p><b>Source:</b> Donahue et al. 2017; Dumoulin et al. 2017, with a posterior of a distribution.
 */
public final class BidirectionalLossProvider implements LossProvider<BidirectionalLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "bigan");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<BidirectionalLossOptions> optionsType() {
        return BidirectionalLossOptions.class;
    }

    @Override
    public String summary() {
        return "a discriminator between data with their codes and codes with what is decoded from them";
    }

    @Override
    public Loss create(BidirectionalLossOptions options) {
        return new BidirectionalLoss(options);
    }
}
