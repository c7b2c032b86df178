package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link Dl4jEncoderProvider}. */
public record Dl4jEncoderOptions(
        @Option(
                help = "a model file of Deeplearning4j; read when training begins, and not needed by the trained model",
                defaultValue = "")
        String file,

        @Option(help = "whether the file's weights are trained on; else they stay as they are", defaultValue = "false")
        boolean fineTune,

        @Option(
                help =
                        "what data as a model sees them are multiplied with for the file's network; the range of data that are scaled and that it was trained on in their own units",
                defaultValue = "1",
                min = 0,
                minExclusive = true)
        double inputFactor,

        @Option(
                help = "what is added to them then; the least value of such data",
                defaultValue = "0",
                min = -1e9,
                max = 1e9)
        double inputShift,

        @Option(
                help =
                        "the file's layers, such as 784-128-relu, conv-3-8-3x3-2x2-same-relu or lstm-4-8-last; filled in from the file",
                defaultValue = "")
        List<String> layers) {
    public Dl4jEncoderOptions {
        layers = List.copyOf(layers);
    }
}
