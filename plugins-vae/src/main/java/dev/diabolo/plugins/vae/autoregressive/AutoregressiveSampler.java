package dev.diabolo.plugins.vae.autoregressive;

import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.LearntSampler;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.training.SamplerTraining;

/** See {@link AutoregressiveSamplerProvider}. */
record AutoregressiveSampler(AutoregressiveSamplerOptions options) implements LearntSampler {
    @Override
    public Prior density(CodeSpace codes) {
        return new AutoregressivePrior(options, codes.requireChoices());
    }

    @Override
    public SamplerTraining training() {
        return options.training().training();
    }
}
