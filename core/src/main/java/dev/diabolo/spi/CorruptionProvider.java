package dev.diabolo.spi;

/** Provides a {@link Corruption}. */
public interface CorruptionProvider<O extends Record> extends ComponentProvider<O, Corruption> {}
