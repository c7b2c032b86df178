package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The bounds of examples with and without a label, and a classification of those that have one.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}.
 *
 * <p><b>Formula:</b> {@code L(x, y) = -log p(x | y, z) - log p(y) + KL(q(z | x, y) || p(z))}, with a sample z; of an example whose label
 * is known this bound, of another {@code U(x) = sum_y q(y | x) (L(x, y) + log q(y | x))}, summed over all classes. {@code reconstruction}
 * is the part of the first summand, {@code kl} the rest. {@code classification = -log q(y | x)} where the label is known, of weight
 * {@code alpha}; zero elsewhere. All in nats.
 *
 * <p><b>Errors:</b> refused (USER) without a prior, for a posterior that infers no classes, and where it has others than the data.
 *
 * <p><b>Source:</b> Kingma et al. 2014, equations 6 to 9. There {@code alpha} is 0.1 N for the mean over labelled examples beside the sum over
 * all N; with a share s of labelled examples in training that is {@code alpha = 0.1 / s} here.
 */
public final class SemiSupervisedProvider implements LossProvider<SemiSupervisedOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "semi-supervised");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<SemiSupervisedOptions> optionsType() {
        return SemiSupervisedOptions.class;
    }

    @Override
    public String summary() {
        return "the lower bound where labels are known, its mean over classes where not, and classification";
    }

    @Override
    public Loss create(SemiSupervisedOptions options) {
        return new SemiSupervised(options);
    }
}
