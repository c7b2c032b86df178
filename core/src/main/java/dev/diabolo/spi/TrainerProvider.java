package dev.diabolo.spi;

/** Provides a {@link Trainer}. */
public interface TrainerProvider<O extends Record> extends ComponentProvider<O, Trainer> {}
