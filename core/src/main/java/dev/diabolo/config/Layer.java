package dev.diabolo.config;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of one origin, not yet checked against what may be set. Layers are given to {@link Configurer} in order, and
 * later ones win.
 */
public final class Layer {
    /** Where a layer comes from. */
    enum Kind {
        DEFAULTS,
        RECIPE,
        GIVEN,
        ENVIRONMENT
    }

    private final Kind kind;
    private final Map<String, Setting> settings;

    private Layer(Kind kind, Map<String, Setting> settings) {
        this.kind = kind;
        this.settings = settings;
    }

    /**
     * A recipe.
     *
     * @param name its name
     * @param source the jar or directory that it is in
     * @param yaml its text
     * @throws DiaboloException (USER, {@code config.syntax}) with the line and column of what can't be read
     */
    public static Layer recipe(String name, String source, String yaml) {
        return new Layer(Kind.RECIPE, YamlSettings.read(yaml, "recipe " + name + " in " + source));
    }

    /**
     * A file: YAML ({@code .yaml}, {@code .yml}), JSON ({@code .json}) or properties ({@code .properties}), of at most 1 MB
     * and in UTF-8.
     *
     * @throws DiaboloException (USER) where there is no such file, it has another extension, or can't be read as what its
     *     extension says; (RESOURCE) where reading fails
     */
    public static Layer file(Path file) {
        return new Layer(Kind.GIVEN, SettingsFile.read(file));
    }

    /**
     * The variables that start with {@code DIABOLO_}, which name keys: {@code DIABOLO_ENCODER_HIDDEN} is {@code
     * encoder.hidden}, and an underscore may also stand for a hyphen.
     */
    public static Layer environment(Map<String, String> environment) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (EnvironmentNames.isSetting(name)) {
                settings.put(name, new Setting(value, "environment variable " + name, false));
            }
        });
        return new Layer(Kind.ENVIRONMENT, settings);
    }

    /**
     * Settings written {@code key=value} each; later ones win.
     *
     * @throws DiaboloException (USER, {@code config.syntax}) where there is no {@code =} or no key
     */
    public static Layer assignments(List<Assignment> assignments) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Assignment assignment : assignments) {
            String text = assignment.text();
            int equals = text.indexOf('=');
            if (equals <= 0) {
                problems.add(Problem.of("'" + text + "' sets nothing")
                        .at(assignment.origin())
                        .allowed("key=value, such as encoder.hidden=128,64"));
            } else {
                String key = text.substring(0, equals).strip();
                settings.put(key, new Setting(text.substring(equals + 1).strip(), assignment.origin(), false));
            }
        }
        if (!problems.isEmpty()) {
            throw new DiaboloException(ErrorKind.USER, "config.syntax", problems, null);
        }
        return new Layer(Kind.GIVEN, settings);
    }

    /**
     * Plain values by key, taken as they are: numbers, truth values, texts, and lists of these. Meant for the effective
     * configuration that a model stores.
     *
     * @param origin what to call their origin in problem reports
     */
    public static Layer values(String origin, Map<String, ?> values) {
        return literal(Kind.GIVEN, origin, values);
    }

    static Layer defaults(Map<String, ?> values) {
        return literal(Kind.DEFAULTS, "the default", values);
    }

    private static Layer literal(Kind kind, String origin, Map<String, ?> values) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        values.forEach((key, value) -> settings.put(key, new Setting(value, origin, true)));
        return new Layer(kind, settings);
    }

    Kind kind() {
        return kind;
    }

    /** The settings in the order in which they were written; the keys of an environment are names of variables. */
    Map<String, Setting> settings() {
        return new LinkedHashMap<>(settings);
    }

    /** Whether a person wrote this key for this run: not a recipe, nor a model that stores what a run had. */
    boolean ofUser(String key) {
        Setting setting = settings.get(key);
        return setting != null && !setting.literal() && (kind == Kind.GIVEN || kind == Kind.ENVIRONMENT);
    }

    Layer with(Map<String, Setting> others) {
        return new Layer(kind, new LinkedHashMap<>(others));
    }
}
