package dev.diabolo.plugins.vanilla.corruption.grey;

/** {@link GreyCorruptionProvider} has no settings. */
public record GreyCorruptionOptions() {}
