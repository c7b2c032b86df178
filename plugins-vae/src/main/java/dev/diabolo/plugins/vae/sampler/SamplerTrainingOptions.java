package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;
import dev.diabolo.spi.training.SamplerTraining;

/** How samplers with networks are trained, nested as {@code training}. */
public record SamplerTrainingOptions(
        @Option(help = "passes over the codes at most", defaultValue = "100", min = 1, max = 1_000_000)
        int epochs,

        @Option(help = "codes in a step", defaultValue = "100", min = 1, max = 1_000_000)
        int batch,

        @Option(
                help = "epochs without progress on the codes held out after which training ends; 0 for none",
                defaultValue = "10",
                min = 0,
                max = 1_000_000)
        int patience,

        @Option(help = "how parameters change") OptimiserOptions optimiser) {
    /** What the host is told. */
    public SamplerTraining training() {
        return new SamplerTraining(epochs, batch, optimiser.spec(), patience);
    }
}
