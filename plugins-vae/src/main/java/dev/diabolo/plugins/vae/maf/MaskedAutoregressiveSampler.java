package dev.diabolo.plugins.vae.maf;

import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.LearntSampler;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.training.SamplerTraining;

/** See {@link MaskedAutoregressiveSamplerProvider}. */
record MaskedAutoregressiveSampler(MaskedAutoregressiveSamplerOptions options) implements LearntSampler {
    @Override
    public Prior density(CodeSpace codes) {
        codes.requireNumbers();
        return new MaskedAutoregressivePrior(options.flow());
    }

    @Override
    public SamplerTraining training() {
        return options.training().training();
    }
}
