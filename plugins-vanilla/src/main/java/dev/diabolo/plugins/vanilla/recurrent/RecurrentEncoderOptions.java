package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link RecurrentEncoderProvider}. */
public record RecurrentEncoderOptions(
        @Option(
                help =
                        "what carries a state from step to step: lstm, or gru, with three quarters of the parameters, which takes time to compile for long sequences",
                defaultValue = "lstm")
        Cell cell,

        @Option(help = "layers, one over the other", defaultValue = "1", min = 1, max = 100)
        int layers,

        @Option(
                help = "width of each layer, in each direction",
                unit = "units",
                defaultValue = "64",
                min = 2,
                max = 100_000)
        int units,

        @Option(
                help = "whether each layer has a twin that reads the sequence from its end, for twice the features",
                defaultValue = "false")
        boolean bidirectional,

        @Option(
                help = "what becomes of the last layer's states: the last one, or a mean weighted by attention",
                defaultValue = "last")
        Pooling pooling,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
