package dev.diabolo.plugin;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;

/** Names the jar or directory that something was found in. */
final class PluginSource {
    private static final String JAR_PREFIX = "jar:";
    private static final String JAR_SEPARATOR = "!/";
    private static final String FILE_PREFIX = "file:";

    private PluginSource() {}

    static String of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null ? "the Java runtime" : readable(source.getLocation(), "");
    }

    /** The jar or directory below which a resource lies. */
    static String of(URL resource, String path) {
        return readable(resource, path);
    }

    private static String readable(URL url, String path) {
        String text = url.toString();
        if (text.startsWith(JAR_PREFIX) && text.contains(JAR_SEPARATOR)) {
            text = text.substring(JAR_PREFIX.length(), text.lastIndexOf(JAR_SEPARATOR));
        } else if (text.endsWith(path)) {
            text = text.substring(0, text.length() - path.length());
        }
        return text.startsWith(FILE_PREFIX) ? localPath(text) : text;
    }

    private static String localPath(String url) {
        try {
            return Path.of(URI.create(url)).toString();
        } catch (IllegalArgumentException notAPath) {
            return url;
        }
    }
}
