package dev.diabolo.plugins.vae.twostage;

import dev.diabolo.plugins.vae.sampler.SamplerTrainingOptions;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link TwoStageSamplerProvider}. */
public record TwoStageSamplerOptions(
        @Option(
                help = "numbers in a code of the second stage; 0 for as many as a code of the first has",
                defaultValue = "0",
                min = 0,
                max = 1_000_000)
        int size,

        @Option(
                help = "units of the hidden layers, of the encoder and, mirrored, of the decoder",
                defaultValue = "256,256",
                unit = "units",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of the hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "the least deviation of a code from what is decoded, in deviations of the codes",
                defaultValue = "0.01",
                min = 0,
                minExclusive = true)
        double least,

        @Option(
                help = "importance samples of which an estimate of a code's density is made",
                defaultValue = "50",
                min = 1,
                max = 100_000)
        int samples,

        @Option(help = "how it is trained") SamplerTrainingOptions training) {
    public TwoStageSamplerOptions {
        hidden = List.copyOf(hidden);
    }
}
