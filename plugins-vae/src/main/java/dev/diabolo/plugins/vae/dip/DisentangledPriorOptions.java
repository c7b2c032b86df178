package dev.diabolo.plugins.vae.dip;

import dev.diabolo.spi.option.Option;

/** Settings of {@link DisentangledPriorProvider}. */
public record DisentangledPriorOptions(
        @Option(
                help = "whose covariance: means of codes is type I of the source, codes type II",
                defaultValue = "means")
        Of covariance,

        @Option(help = "weight of the squared covariances of different dimensions", defaultValue = "10", min = 0)
        double offDiagonal,

        @Option(help = "weight of the squared distances of variances from 1", defaultValue = "100", min = 0)
        double diagonal,

        @Option(help = "weight of the divergence from the prior", defaultValue = "1", min = 0)
        double beta) {

    /** Whose covariance there is. */
    public enum Of {
        MEANS,
        CODES
    }
}
