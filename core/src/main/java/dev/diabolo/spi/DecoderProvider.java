package dev.diabolo.spi;

/** Provides a {@link Decoder}. */
public interface DecoderProvider<O extends Record> extends ComponentProvider<O, Decoder> {}
