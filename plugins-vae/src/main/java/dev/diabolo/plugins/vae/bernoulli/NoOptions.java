package dev.diabolo.plugins.vae.bernoulli;

/** For a likelihood without settings. */
public record NoOptions() {}
