package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.plugins.adversarial.game.Game;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;
import java.util.List;

/**
 * The Wasserstein autoencoder whose codes are held near the prior by a discriminator: as {@code adversarial.aae}, in one step of the
 * whole model and with a weight.
 *
 * <p><b>Formula:</b> {@code reconstruction + weight generator}, of which the trainer's {@code combine} makes one objective.
 *
 * <p><b>Source:</b> Tolstikhin et al. 2018, algorithm 1.
 */
public final class WassersteinAdversarialLossProvider implements LossProvider<WassersteinAdversarialLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "wae-gan");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<WassersteinAdversarialLossOptions> optionsType() {
        return WassersteinAdversarialLossOptions.class;
    }

    @Override
    public String summary() {
        return "Wasserstein autoencoder: reconstruction, and codes kept like the prior by a discriminator";
    }

    @Override
    public Loss create(WassersteinAdversarialLossOptions options) {
        return new AdversarialLoss(options.discriminator(), options.weight(), List.of(Game.networks()));
    }
}
