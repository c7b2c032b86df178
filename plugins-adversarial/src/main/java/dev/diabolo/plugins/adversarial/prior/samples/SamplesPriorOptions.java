package dev.diabolo.plugins.adversarial.prior.samples;

import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link SamplesPriorProvider}. */
public record SamplesPriorOptions(
        @Option(help = "a NPY or CSV file whose rows are codes; read once, before training", defaultValue = "")
        String file,

        @Option(
                help = "standard deviation of normal noise around the rows; 0: the rows alone, which have no density",
                defaultValue = "0",
                min = 0,
                max = 1e6)
        double deviation,

        @Option(
                help = "what was read of the file, row by row: it is kept with the model",
                defaultValue = "",
                min = -1e30,
                max = 1e30)
        List<Double> rows,

        @Option(help = "numbers in a row; 0 where the file has not been read", defaultValue = "0", min = 0, max = 1e6)
        int width) {
    public SamplesPriorOptions {
        rows = List.copyOf(rows);
    }
}
