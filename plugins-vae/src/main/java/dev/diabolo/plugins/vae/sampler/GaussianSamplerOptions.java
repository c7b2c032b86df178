package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.option.Option;

/** Settings of {@link GaussianSamplerProvider}. */
public record GaussianSamplerOptions(
        @Option(
                help = "what is added to every variance, as a share of the mean variance of the codes",
                defaultValue = "1e-6",
                min = 0,
                max = 1)
        double regularisation) {}
