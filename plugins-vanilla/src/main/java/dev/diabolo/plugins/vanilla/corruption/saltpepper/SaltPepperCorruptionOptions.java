package dev.diabolo.plugins.vanilla.corruption.saltpepper;

import dev.diabolo.spi.option.Option;

/** Settings of {@link SaltPepperCorruptionProvider}. */
public record SaltPepperCorruptionOptions(
        @Option(help = "share of the values that become 0 or 1", defaultValue = "0.3", min = 0, max = 1)
        double share) {}
