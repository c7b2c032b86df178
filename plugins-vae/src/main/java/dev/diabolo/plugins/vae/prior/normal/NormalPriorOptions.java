package dev.diabolo.plugins.vae.prior.normal;

import dev.diabolo.spi.option.Option;

/** Settings of {@link NormalPriorProvider}. */
public record NormalPriorOptions(
        @Option(
                help = "standard deviation of each dimension",
                defaultValue = "5",
                min = 0,
                minExclusive = true,
                max = 1e6)
        double deviation) {}
