package dev.diabolo.config;

import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The section {@code data} of layers, which tells how data are read. It is bound by whatever reads the data and not with the
 * components, since only the data themselves tell which options there are. Variables of the environment cannot set it:
 * {@code DIABOLO_DATA} is a directory.
 *
 * @param values by key, without {@code data.}
 * @param origins where each was written
 * @param others the layers without the section
 */
public record DataSection(Map<String, Object> values, Map<String, String> origins, List<Layer> others) {
    private static final String PREFIX = "data.";

    public DataSection {
        values = Map.copyOf(values);
        origins = Map.copyOf(origins);
        others = List.copyOf(others);
    }

    /**
     * Takes the section out of layers, later ones winning.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER, {@code config.invalid}) for a value that is missing or refers to
     *     another
     */
    public static DataSection of(List<Layer> layers) {
        Findings findings = new Findings();
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        List<Layer> others = new ArrayList<>();
        for (Layer layer : layers) {
            Map<String, Setting> rest = new LinkedHashMap<>();
            layer.settings().forEach((key, setting) -> {
                if (layer.kind() == Layer.Kind.ENVIRONMENT || !key.startsWith(PREFIX)) {
                    rest.put(key, setting);
                } else if (setting.value() == null || !setting.references().isEmpty()) {
                    findings.problem(
                            key,
                            setting,
                            Problem.of(setting.value() == null ? "it has no value" : "it refers to another key")
                                    .allowed("values as they are"));
                } else {
                    values.put(key.substring(PREFIX.length()), setting.value());
                    origins.put(key.substring(PREFIX.length()), setting.origin());
                }
            });
            others.add(layer.with(rest));
        }
        findings.throwIfAny();
        return new DataSection(values, origins, others);
    }
}
