package dev.diabolo.plugins.vanilla.loss;

/** For losses without settings. */
public record NoOptions() {}
