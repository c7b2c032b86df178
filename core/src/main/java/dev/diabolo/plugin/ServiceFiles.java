package dev.diabolo.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which jar lists which provider. {@link java.util.ServiceLoader} does not say where a class that it could not load was
 * listed; this does.
 */
final class ServiceFiles {
    private final Map<String, Set<String>> sourcesByClass;

    private ServiceFiles(Map<String, Set<String>> sourcesByClass) {
        this.sourcesByClass = sourcesByClass;
    }

    static ServiceFiles read(Class<?> service, ClassLoader loader) {
        String path = "META-INF/services/" + service.getName();
        Map<String, Set<String>> sources = new LinkedHashMap<>();
        try {
            for (URL file : Collections.list(loader.getResources(path))) {
                for (String name : lines(file)) {
                    sources.computeIfAbsent(name, absent -> new LinkedHashSet<>())
                            .add(PluginSource.of(file, path));
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // ServiceLoader reads the same files and reports the failure; here only the attribution is lost.
            return new ServiceFiles(sources);
        }
        return new ServiceFiles(sources);
    }

    /** The lines of a listing without comments, in order. */
    static List<String> lines(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        // A cached jar would stay open, and stay the old one after the plugin was replaced.
        connection.setUseCaches(false);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.contains("#") ? line.substring(0, line.indexOf('#')) : line)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** The jars and directories that list a class. */
    Set<String> sources(String className) {
        return sourcesByClass.getOrDefault(className, Set.of());
    }

    /** The class that a failure is about: the one that the message names, else the next in order that had no turn. */
    Optional<String> blame(Throwable failure, Set<String> hadTheirTurn) {
        String message = String.valueOf(failure.getMessage());
        return sourcesByClass.keySet().stream()
                .filter(name -> !hadTheirTurn.contains(name))
                .filter(name -> List.of(message.split("[^\\w.$]+")).contains(name))
                .findFirst()
                .or(() -> sourcesByClass.keySet().stream()
                        .filter(name -> !hadTheirTurn.contains(name))
                        .findFirst());
    }
}
