package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link ConvolutionalDecoderProvider} and {@link LineDecoderProvider}. */
public record ConvolutionalDecoderOptions(
        @Option(
                help =
                        "channels that each stage begins with, from the code to the data; the last stage gives the data's",
                defaultValue = "32,16",
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
                help = "factor by which a stage makes each side larger, one for all stages or one for each",
                unit = "places",
                defaultValue = "2",
                min = 1,
                max = 1000)
        List<Integer> stride,

        @Option(
                help = "how stages make their maps larger: transposed convolution, or repeating places and convolving",
                defaultValue = "transposed")
        Upsampling upsampling,

        @Option(help = "what is normalised before the activation of each stage", defaultValue = "none")
        Normalisation normalisation,

        @Option(help = "activation of all stages but the last, which is linear", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "share of the values that each stage is given that training drops",
                defaultValue = "0",
                min = 0,
                max = 1,
                maxExclusive = true)
        double dropout) {}
