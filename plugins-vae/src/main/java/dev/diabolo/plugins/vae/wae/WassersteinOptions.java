package dev.diabolo.plugins.vae.wae;

import dev.diabolo.plugins.vae.discrepancy.KernelOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link WassersteinProvider}. */
public record WassersteinOptions(
        @Option(help = "lambda, the weight of the discrepancy", defaultValue = "10", min = 0)
        double weight,

        @Option(help = "of the discrepancy") KernelOptions kernel) {}
