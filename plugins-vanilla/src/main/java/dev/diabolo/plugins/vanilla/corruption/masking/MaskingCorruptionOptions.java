package dev.diabolo.plugins.vanilla.corruption.masking;

import dev.diabolo.spi.option.Option;

/** Settings of {@link MaskingCorruptionProvider}. */
public record MaskingCorruptionOptions(
        @Option(help = "share of the values that become 0", defaultValue = "0.3", min = 0, max = 1)
        double share) {}
