package dev.diabolo.plugins.vae.info;

import dev.diabolo.plugins.vae.discrepancy.KernelOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link InformationProvider}. */
public record InformationOptions(
        @Option(
                help = "how much of the divergence is left out: 0 for all of it, 1 for none",
                defaultValue = "0.5",
                min = 0,
                max = 1)
        double alpha,

        @Option(help = "lambda, the weight of the prior on all codes together", defaultValue = "10", min = 0)
        double lambda,

        @Option(help = "of the discrepancy") KernelOptions kernel) {}
