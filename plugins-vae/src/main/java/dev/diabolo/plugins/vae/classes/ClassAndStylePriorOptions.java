package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.option.Option;

/** Settings of {@link ClassAndStylePriorProvider}. */
public record ClassAndStylePriorOptions(
        @Option(help = "classes that codes begin with", defaultValue = "10", min = 2, max = 1000)
        int classes) {}
