package dev.diabolo.plugins.adversarial.ganomaly;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * For anomaly detection: an example is odd where its code differs from that of its reconstruction, which a second encoder gives.
 *
 * <p><b>Formula:</b> {@code context 1/D |x - y|_1 + features mean (f(x) - f(y))^2 + code mean (z - e(y))^2} for reconstructions y, with the
 * discriminator's last hidden layer f and a second encoder e; {@code score = |z - e(y)|_1}.
 *
 * <p><b>Source:</b> Akcay et al. 2018, equations 2 to 6.
 */
public final class AnomalyLossProvider implements LossProvider<AnomalyLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "ganomaly");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<AnomalyLossOptions> optionsType() {
        return AnomalyLossOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, the discriminator's features, and the code of the reconstruction by a second encoder";
    }

    @Override
    public Loss create(AnomalyLossOptions options) {
        return new AnomalyLoss(options);
    }
}
