package dev.diabolo.spi;

/** Provides an {@link Encoder}. */
public interface EncoderProvider<O extends Record> extends ComponentProvider<O, Encoder> {}
