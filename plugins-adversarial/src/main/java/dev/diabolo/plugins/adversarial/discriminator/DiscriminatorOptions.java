package dev.diabolo.plugins.adversarial.discriminator;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of a {@link Discriminator}, nested as {@code discriminator} in those of losses. */
public record DiscriminatorOptions(
        @Option(
                help = "convolutional: stages of convolutions, for images, before the fully connected layers",
                defaultValue = "dense")
        Network network,

        @Option(
                help = "widths of the fully connected hidden layers; may be none",
                unit = "units",
                defaultValue = "1000,1000",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(
                help = "channels of each stage",
                defaultValue = "32,64",
                min = 1,
                max = 100_000,
                when = "network=convolutional")
        List<Integer> channels,

        @Option(
                help = "side of the stages' window",
                unit = "places",
                defaultValue = "4",
                min = 1,
                max = 1000,
                when = "network=convolutional")
        int kernel,

        @Option(
                help = "step of the stages' window",
                unit = "places",
                defaultValue = "2",
                min = 1,
                max = 1000,
                when = "network=convolutional")
        int stride,

        @Option(help = "activation of the hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(help = "divide each matrix of weights by its largest singular value", defaultValue = "false")
        boolean spectralNormalisation,

        @Option(
                help = "what is real is to be told with a probability less than one by this much",
                defaultValue = "0",
                min = 0,
                max = 0.5)
        double smoothing,

        @Option(
                help = "standard deviation of normal noise on all that it sees, at first",
                defaultValue = "0",
                min = 0,
                max = 1e6)
        double noise,

        @Option(
                help = "share of the run after which that noise has decayed to nothing, in a straight line",
                defaultValue = "1",
                min = 0,
                minExclusive = true,
                max = 1)
        double noiseUntil) {
    public DiscriminatorOptions {
        hidden = List.copyOf(hidden);
        channels = List.copyOf(channels);
    }

    /** What the layers are before the fully connected ones. */
    public enum Network {
        DENSE,
        CONVOLUTIONAL
    }

    /** The same of fully connected layers alone, for codes. */
    public DiscriminatorOptions ofCodes() {
        return new DiscriminatorOptions(
                Network.DENSE,
                hidden,
                channels,
                kernel,
                stride,
                activation,
                initialisation,
                spectralNormalisation,
                smoothing,
                noise,
                noiseUntil);
    }
}
