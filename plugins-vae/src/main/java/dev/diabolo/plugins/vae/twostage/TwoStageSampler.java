package dev.diabolo.plugins.vae.twostage;

import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.LearntSampler;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.training.SamplerTraining;

/** See {@link TwoStageSamplerProvider}. */
record TwoStageSampler(TwoStageSamplerOptions options) implements LearntSampler {
    @Override
    public Prior density(CodeSpace codes) {
        codes.requireNumbers();
        return new SecondStage(options);
    }

    @Override
    public SamplerTraining training() {
        return options.training().training();
    }
}
