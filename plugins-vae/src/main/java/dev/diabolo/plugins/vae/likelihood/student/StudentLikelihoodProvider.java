package dev.diabolo.plugins.vae.likelihood.student;

import dev.diabolo.plugins.vae.likelihood.scale.LocationScaleLikelihood;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Independent t distributions: heavy tails, so that outliers count little.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...]}, or {@code [batch, 2, data...]} with a scale for each value, to {@code [batch, data...]}.
 *
 * <p><b>Formula:</b> with v degrees of freedom {@code sum ((v + 1)/2 log(1 + ((x - mean) / s)^2 / v) + log s + log Gamma(v/2) - log
 * Gamma((v + 1)/2) + 1/2 log v pi)}, in nats; s is the scale: 1, or fixed, or learned as
 * {@link dev.diabolo.plugins.vae.likelihood.scale.LocationScaleLikelihood} says. Above one degree of freedom, so that there is a mean.
 *
 * <p><b>Source:</b> Takahashi et al. 2018 (Student-t variational autoencoder), with the degrees of freedom given and not learned.
 */
public final class StudentLikelihoodProvider implements LikelihoodProvider<StudentLikelihoodOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "student-t");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<StudentLikelihoodOptions> optionsType() {
        return StudentLikelihoodOptions.class;
    }

    @Override
    public String summary() {
        return "a t distribution for each value, of fixed or learned scale";
    }

    @Override
    public Likelihood create(StudentLikelihoodOptions options) {
        return new LocationScaleLikelihood(
                "student-t", options.activation(), options.scale(), new StudentDensity(options.degrees()));
    }
}
