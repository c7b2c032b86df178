package dev.diabolo.plugins.vae.maf;

import dev.diabolo.plugins.vae.sampler.SamplerTrainingOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link MaskedAutoregressiveSamplerProvider}. */
public record MaskedAutoregressiveSamplerOptions(
        @Option(help = "the flows") MaskedAutoregressiveOptions flow,
        @Option(help = "how they are trained") SamplerTrainingOptions training) {}
