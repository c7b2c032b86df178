package dev.diabolo.plugins.vae.autoregressive;

import dev.diabolo.plugins.vae.sampler.SamplerTrainingOptions;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link AutoregressiveSamplerProvider}. */
public record AutoregressiveSamplerOptions(
        @Option(help = "numbers that stand for an entry", defaultValue = "16", min = 1, max = 100_000)
        int embedding,

        @Option(help = "feature maps of each group of choices", defaultValue = "64", min = 1, max = 100_000)
        int channels,

        @Option(
                help = "places that the first layer sees on each side, of those before",
                defaultValue = "3",
                min = 1,
                max = 100)
        int reach,

        @Option(help = "residual blocks, each of which sees one place further", defaultValue = "3", min = 0, max = 100)
        int blocks,

        @Option(help = "activation of the hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(help = "how it is trained") SamplerTrainingOptions training) {}
