package dev.diabolo.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of environment variables for keys. */
final class EnvironmentNames {
    private static final String PREFIX = "DIABOLO_";

    /** Variables that tell the program where things are, and set no key. */
    private static final Set<String> RESERVED = Set.of(
            "DIABOLO_DATA",
            "DIABOLO_PLUGINS",
            "DIABOLO_HOME",
            "DIABOLO_JAVA_OPTS",
            "DIABOLO_MNIST_URL",
            "DIABOLO_FASHION_MNIST_URL",
            "DIABOLO_CACHE");

    private EnvironmentNames() {}

    static boolean isSetting(String name) {
        return name.startsWith(PREFIX) && !RESERVED.contains(name);
    }

    /** {@code encoder.learning-rate} gives {@code DIABOLO_ENCODER_LEARNING_RATE}. */
    static String of(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The keys that a variable may mean; more than one where keys differ in dots and hyphens only. */
    static List<String> keys(String name, Collection<String> keys) {
        return keys.stream().filter(key -> of(key).equals(name)).toList();
    }
}
