package dev.diabolo.plugins.adversarial.vaegan;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A variational autoencoder whose reconstructions are compared with data in the last hidden layer of a discriminator.
 *
 * <p><b>Formula:</b> with the layer f, {@code features = 1/2 |f(x) - f(g(z))|^2}: a normal distribution without its constant, whose variance is 1 over the weight w
 * of {@code features}. The encoder lowers {@code w features + kl}, the decoder {@code w features + weight generator}. The discriminator sees data,
 * reconstructions and draws.
 *
 * <p><b>Source:</b> Larsen et al. 2016, algorithm 1; its gamma weighs the decoder's features, so that {@code weight / w} is 1 / gamma;
 * there w is 1, and the layer has thousands of values.
 */
public final class FeatureLossProvider implements LossProvider<FeatureLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "vae-gan");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<FeatureLossOptions> optionsType() {
        return FeatureLossOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction in the features of a discriminator, divergence, and its game";
    }

    @Override
    public Loss create(FeatureLossOptions options) {
        return new FeatureLoss(options);
    }
}
