package dev.diabolo.plugins.vae.bernoulli;

import dev.diabolo.spi.option.Option;

/** Settings of {@link BernoulliLikelihoodProvider}. */
public record BernoulliLikelihoodOptions(
        @Option(
                help =
                        "what the decoder's values are told from: 0, or the logits of the training data's means, so that it need not"
                                + " learn these first",
                defaultValue = "zero")
        Centre centre) {

    /** Where logits are counted from. */
    public enum Centre {
        ZERO,
        DATA
    }
}
