package dev.diabolo.config;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the settings of one text, and what is wrong with its form. */
final class SettingsCollector {
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    void put(String key, Object value, String origin) {
        Setting before = settings.putIfAbsent(key, new Setting(value, origin, false));
        if (before != null) {
            refuse("the key '" + key + "' is there twice, first at " + before.origin(), origin);
        }
    }

    void refuse(String what, String where) {
        problems.add(Problem.of(what).at(where));
    }

    Map<String, Setting> settings() {
        if (!problems.isEmpty()) {
            throw new DiaboloException(ErrorKind.USER, "config.syntax", problems, null);
        }
        return settings;
    }

    static DiaboloException syntax(String what, String where) {
        return DiaboloException.user("config.syntax", Problem.of(what).at(where));
    }
}
