package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The adversarial autoencoder whose codes of each label are made to resemble the part of the prior that belongs to it.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}.
 *
 * <p><b>Formula:</b> that of {@code adversarial.aae}, with {@code d(c, y, u)}: the discriminator sees the label y beside the code c, one-hot, and u,
 * which is 1 where the label is not known. Draws of the prior are of the label's part; of the whole where it is not known.
 *
 * <p><b>Errors:</b> refused (USER) without labels, without a prior, and where the prior has no parts or not as many as there are
 * classes.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, section 2.3.
 */
public final class LabelInformedLossProvider implements LossProvider<LabelInformedLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "label-informed");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<LabelInformedLossOptions> optionsType() {
        return LabelInformedLossOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, and a discriminator that sees labels, so that each has its part of the prior";
    }

    @Override
    public Loss create(LabelInformedLossOptions options) {
        return new LabelInformedLoss(options);
    }
}
