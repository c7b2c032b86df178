package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link QuantisedPosteriorProvider}. */
public record QuantisedPosteriorOptions(
        @Option(help = "entries of the codebook", defaultValue = "256", min = 2, max = 65_536)
        int entries,

        @Option(help = "numbers in an entry", defaultValue = "16", min = 1, max = 100_000)
        int size,

        @Option(
                help = "entries that make up a code, or one place of its grid: each of its parts chooses one",
                defaultValue = "1",
                min = 1,
                max = 10_000)
        int groups,

        @Option(help = "how the codebook learns", defaultValue = "moving-average")
        CodebookLearning codebook,

        @Option(
                help = "share of the past in the moving averages",
                defaultValue = "0.99",
                min = 0,
                max = 1,
                maxExclusive = true,
                when = "codebook=moving-average")
        double decay,

        @Option(
                help =
                        "an entry that is chosen less often than this share of the average is replaced by what the encoder gives for some example; 0 for never",
                defaultValue = "0.05",
                min = 0,
                max = 1,
                when = "codebook=moving-average")
        double restart,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
