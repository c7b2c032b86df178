package dev.diabolo.plugins.vae.likelihood.categorical;

import dev.diabolo.spi.option.Option;

/** Settings of {@link CategoricalLikelihoodProvider}. */
public record CategoricalLikelihoodOptions(
        @Option(
                help =
                        "values next to each other that are one variable, of which one is 1; all: an example is one variable",
                defaultValue = "all",
                min = 2,
                max = 1_000_000,
                word = "all=0")
        int categories) {}
