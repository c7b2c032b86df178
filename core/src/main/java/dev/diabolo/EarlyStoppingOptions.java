package dev.diabolo;

import dev.diabolo.spi.option.Option;

/** When a training run ends early; see {@link dev.diabolo.engine.EarlyStopping}. */
public record EarlyStoppingOptions(
        @Option(
                help =
                        "training ends after so many epochs in a row that were no better than the best before; 0 for never",
                unit = "epochs",
                defaultValue = "0",
                min = 0,
                max = 1_000_000)
        int patience,

        @Option(
                help = "the least improvement that counts as better, as a share of the best validation loss so far",
                defaultValue = "0",
                min = 0,
                max = 1,
                maxExclusive = true)
        double tolerance) {}
