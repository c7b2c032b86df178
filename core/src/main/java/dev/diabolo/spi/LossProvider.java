package dev.diabolo.spi;

/** Provides a {@link Loss}. */
public interface LossProvider<O extends Record> extends ComponentProvider<O, Loss> {}
