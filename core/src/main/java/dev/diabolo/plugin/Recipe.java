package dev.diabolo.plugin;

import java.net.URL;

/**
 * A named configuration that a plugin ships; what its text means is for the configuration to say.
 *
 * @param name its name: {@code [a-z][a-z0-9-]*}
 * @param source the jar or directory that it is in
 * @param location where its text was read
 * @param text its YAML
 */
public record Recipe(String name, String source, URL location, String text) {}
