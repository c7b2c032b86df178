package dev.diabolo.spi;

/** Provides a {@link Sampler}. */
public interface SamplerProvider<O extends Record> extends ComponentProvider<O, Sampler> {}
