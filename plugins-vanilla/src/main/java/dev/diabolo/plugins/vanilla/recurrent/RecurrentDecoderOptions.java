package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link RecurrentDecoderProvider}. */
public record RecurrentDecoderOptions(
        @Option(
                help =
                        "what carries a state from step to step: lstm, or gru, with three quarters of the parameters, which takes time to compile for long sequences",
                defaultValue = "lstm")
        Cell cell,

        @Option(help = "layers, one over the other", defaultValue = "1", min = 1, max = 100)
        int layers,

        @Option(help = "width of each layer", unit = "units", defaultValue = "64", min = 2, max = 100_000)
        int units,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
