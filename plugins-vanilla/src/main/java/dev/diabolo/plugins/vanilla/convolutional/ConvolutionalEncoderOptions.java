package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link ConvolutionalEncoderProvider} and {@link LineEncoderProvider}. */
public record ConvolutionalEncoderOptions(
        @Option(
                help = "channels of each stage, from the data to the code",
                defaultValue = "16,32",
                min = 1,
                max = 100_000)
        List<Integer> channels,

        @Option(
                help = "side of the window, one for all stages or one for each",
                unit = "places",
                defaultValue = "3",
                min = 1,
                max = 1000)
        List<Integer> kernel,

        @Option(
                help =
                        "step of the window, one for all stages or one for each; a stage divides each side by it, rounding up",
                unit = "places",
                defaultValue = "2",
                min = 1,
                max = 1000)
        List<Integer> stride,

        @Option(help = "what is normalised after each convolution", defaultValue = "none")
        Normalisation normalisation,

        @Option(help = "activation of the stages", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "share of each stage's values that training drops",
                defaultValue = "0",
                min = 0,
                max = 1,
                maxExclusive = true)
        double dropout) {}
