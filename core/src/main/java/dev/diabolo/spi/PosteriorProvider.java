package dev.diabolo.spi;

/** Provides a {@link Posterior}. */
public interface PosteriorProvider<O extends Record> extends ComponentProvider<O, Posterior> {}
