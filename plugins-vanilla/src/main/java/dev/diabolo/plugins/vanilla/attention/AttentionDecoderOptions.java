package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link AttentionDecoderProvider}. */
public record AttentionDecoderOptions(
        @Option(
                help = "side of the square patches that images are cut into; their sizes must be multiples of it",
                unit = "pixels",
                defaultValue = "4",
                min = 1,
                max = 100_000)
        int patch,

        @Option(
                help = "steps of a sequence in one token; its length must be a multiple of it",
                unit = "steps",
                defaultValue = "1",
                min = 1,
                max = 100_000)
        int steps,

        @Option(
                help = "values of a token between the blocks, a multiple of heads",
                unit = "units",
                defaultValue = "64",
                min = 1,
                max = 100_000)
        int width,

        @Option(help = "blocks of attention, one after the other", defaultValue = "2", min = 1, max = 1000)
        int blocks,

        @Option(help = "heads of each attention", defaultValue = "4", min = 1, max = 100_000)
        int heads,

        @Option(
                help = "width of the network that follows the attention in each block",
                unit = "units",
                defaultValue = "128",
                min = 1,
                max = 1_000_000)
        int hidden,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {
    Transformer transformer() {
        return new Transformer(width, blocks, heads, hidden, initialisation);
    }
}
