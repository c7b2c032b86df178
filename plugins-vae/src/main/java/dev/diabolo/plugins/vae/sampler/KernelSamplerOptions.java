package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.option.Option;

/** Settings of {@link KernelSamplerProvider}. */
public record KernelSamplerOptions(
        @Option(
                help = "width of a kernel, as a multiple of Scott's rule",
                defaultValue = "1",
                min = 0,
                max = 1000,
                minExclusive = true)
        double bandwidth,

        @Option(
                help = "codes that are kept, chosen at random where there are more",
                unit = "codes",
                defaultValue = "10000",
                min = 2,
                max = 10_000_000)
        int most) {}
