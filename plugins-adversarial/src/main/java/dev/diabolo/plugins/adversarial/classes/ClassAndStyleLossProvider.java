package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The objectives of an adversarial autoencoder of a class and a style: one discriminator tells classes from one-hot draws, another
 * styles from draws of their distribution, the encoder learns to deceive both, and to name the labels that are known.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}.
 *
 * <p><b>Formula:</b> with the discriminators' logits d and e, {@code discriminator = -log s(d(p)) - log(1 - s(d(y))) - log s(e(r)) - log(1 -
 * s(e(z)))} for draws (p, r) of the prior and codes (y, z); {@code generator = -log s(d(y)) - log s(e(z))}; s is the logistic function.
 * {@code classification = -log y[label]} where the label is known, else 0; left out where its weight is 0. {@code consistency = -sum_k
 * y_k log y'_k}, with y' of the image {@link Deformation deformed} and no gradient to y; left out where its weight is 0, as it is by default.
 *
 * <p><b>Errors:</b> refused (USER) without a prior, for a posterior that infers no classes, where it has others than the data, and
 * without labels unless {@code classification} is 0; data that are no images unless {@code consistency} is 0.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, sections 5 and 6; consistency, which is not in it: the self-augmented training of Hu et al. 2017. Both discriminators are one parameter group.
 */
public final class ClassAndStyleLossProvider implements LossProvider<ClassAndStyleLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "class-and-style");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<ClassAndStyleLossOptions> optionsType() {
        return ClassAndStyleLossOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, discriminators of classes and of styles, and classification where labels are known";
    }

    @Override
    public Loss create(ClassAndStyleLossOptions options) {
        return new ClassAndStyleLoss(options);
    }
}
