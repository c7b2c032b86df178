package dev.diabolo.plugins.vae.likelihood.scale;

import dev.diabolo.spi.option.Option;

/** How the width of a likelihood is known, nested as {@code scale}. */
public record ScaleOptions(
        @Option(
                help = "fixed, learned for each feature, or given by the decoder for each value",
                defaultValue = "fixed")
        Kind kind,

        @Option(
                help = "the fixed scale, in units of the data",
                defaultValue = "1",
                min = 0,
                minExclusive = true,
                when = "kind=fixed")
        double value,

        @Option(
                help = "the least scale that is learned; without one the likelihood of constant data has no bound",
                defaultValue = "0.001",
                min = 0,
                minExclusive = true,
                when = "kind=per-feature,per-value")
        double least) {

    /** The kinds there are. */
    public enum Kind {
        FIXED,
        PER_FEATURE,
        PER_VALUE
    }
}
