package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.option.Option;

/** Settings of {@link SemiSupervisedProvider}. */
public record SemiSupervisedOptions(
        @Option(
                help = "weight of telling the class, for each example whose label is known",
                defaultValue = "1",
                min = 0,
                max = 1e6)
        double alpha) {}
