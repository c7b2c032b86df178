package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;

/** The terms that every variational objective reports, under the same names. */
public final class VariationalTerms {
    /** The reconstruction's. */
    public static final String RECONSTRUCTION = "reconstruction";

    /** The divergence's. */
    public static final String DIVERGENCE = "kl";

    private VariationalTerms() {}

    /** The reconstruction's, of weight 1. */
    public static TermSpec reconstruction() {
        return new TermSpec(RECONSTRUCTION, "nats", "negative log-likelihood of the data, given the code");
    }

    /** The divergence's. */
    public static TermSpec divergence(Schedule weight) {
        return new TermSpec(DIVERGENCE, "nats", "divergence of the code's distribution from the prior", weight);
    }
}
