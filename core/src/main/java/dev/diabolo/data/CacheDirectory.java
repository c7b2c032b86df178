package dev.diabolo.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where downloads and converted copies are kept: {@code DIABOLO_DATA}, or what the operating system's users expect. */
final class CacheDirectory {
    private CacheDirectory() {}

    static Path ofUser(Map<String, String> environment) {
        return of(environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")));
    }

    static Path of(Map<String, String> environment, String operatingSystem, Path home) {
        String chosen = environment.getOrDefault("DIABOLO_DATA", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("diabolo");
        }
        if (system.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isBlank()
                    ? home.resolve("AppData").resolve("Local").resolve("diabolo")
                    : Path.of(local).resolve("diabolo");
        }
        return home.resolve(".cache").resolve("diabolo");
    }
}
