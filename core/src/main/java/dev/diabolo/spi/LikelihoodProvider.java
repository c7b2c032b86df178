package dev.diabolo.spi;

/** Provides a {@link Likelihood}. */
public interface LikelihoodProvider<O extends Record> extends ComponentProvider<O, Likelihood> {}
