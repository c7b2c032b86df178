package dev.diabolo.spi;

/** Provides a {@link Prior}. */
public interface PriorProvider<O extends Record> extends ComponentProvider<O, Prior> {}
