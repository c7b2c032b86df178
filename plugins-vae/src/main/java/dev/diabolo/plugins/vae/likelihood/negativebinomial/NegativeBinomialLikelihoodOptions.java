package dev.diabolo.plugins.vae.likelihood.negativebinomial;

import dev.diabolo.spi.option.Option;

/** Settings of {@link NegativeBinomialLikelihoodProvider}. */
public record NegativeBinomialLikelihoodOptions(
        @Option(help = "learned for each feature, or given by the decoder for each value", defaultValue = "per-feature")
        Dispersion dispersion) {

    /** The kinds there are. */
    public enum Dispersion {
        PER_FEATURE,
        PER_VALUE
    }
}
