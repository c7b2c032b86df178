package dev.diabolo.plugins.vae.discrepancy;

import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of the kernel of {@link MeanDiscrepancy}, nested as {@code kernel}. */
public record KernelOptions(
        @Option(
                help = "imq: inverse multiquadratic, with heavy tails; rbf: radial basis function",
                defaultValue = "imq")
        Shape shape,

        @Option(
                help =
                        "widths, as multiples of the mean squared distance of two codes of a standard normal prior; their"
                                + " kernels are added",
                defaultValue = "0.1,0.2,0.5,1,2,5,10",
                min = 0,
                minExclusive = true)
        List<Double> scales) {
    public KernelOptions {
        scales = List.copyOf(scales);
    }

    /** The shapes there are. */
    public enum Shape {
        IMQ,
        RBF
    }
}
