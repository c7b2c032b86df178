package dev.diabolo.spi.option;

/** The options of a component that has none: what its provider's {@code optionsType()} gives. */
public record NoOptions() {}
