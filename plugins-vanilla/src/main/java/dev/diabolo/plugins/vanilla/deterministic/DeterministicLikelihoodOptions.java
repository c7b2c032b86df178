package dev.diabolo.plugins.vanilla.deterministic;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link DeterministicLikelihoodProvider}. */
public record DeterministicLikelihoodOptions(
        @Option(help = "activation of the output: sigmoid for data in [0, 1], linear for any", defaultValue = "sigmoid")
        Activation activation) {}
