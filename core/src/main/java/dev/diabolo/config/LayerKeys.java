package dev.diabolo.config;

import dev.diabolo.options.NearestName;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings the keys of layers into the form that the vocabulary has, and reports those that it does not have. */
final class LayerKeys {
    private final Findings findings;

    LayerKeys(Findings findings) {
        this.findings = findings;
    }

    /** The layers with those variables of the environment that mean a key; others are left under their names. */
    List<Layer> environmentToKeys(List<Layer> layers, Vocabulary vocabulary) {
        return layers.stream()
                .map(layer -> layer.kind() == Layer.Kind.ENVIRONMENT ? toKeys(layer, vocabulary) : layer)
                .toList();
    }

    private Layer toKeys(Layer layer, Vocabulary vocabulary) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        layer.settings().forEach((name, setting) -> {
            List<String> meant = EnvironmentNames.keys(name, vocabulary.understood());
            if (meant.size() > 1) {
                findings.problem(
                        name,
                        null,
                        Problem.of("the variable may mean several keys: " + String.join(", ", meant))
                                .remedy("use --set or a file"));
            } else {
                settings.put(meant.isEmpty() ? name : meant.get(0), setting);
            }
        });
        return layer.with(settings);
    }

    /** The layers with the keys of today in place of those of the past. */
    List<Layer> rename(List<Layer> layers, Vocabulary vocabulary) {
        List<Layer> renamed = new ArrayList<>();
        for (Layer layer : layers) {
            Map<String, Setting> settings = new LinkedHashMap<>();
            layer.settings().forEach((key, setting) -> {
                Optional<String> current = vocabulary.knows(key) ? Optional.empty() : vocabulary.renamed(key);
                current.ifPresent(name ->
                        findings.warning("'" + key + "' (" + setting.origin() + ") is now called '" + name + "'"));
                if (settings.putIfAbsent(current.orElse(key), setting) != null) {
                    findings.problem(
                            key, setting, Problem.of("the key is there twice, under its present and its former name"));
                }
            });
            renamed.add(layer.with(settings));
        }
        return renamed;
    }

    /** Reports every key that means nothing. */
    void checkKnown(List<Layer> layers, Vocabulary vocabulary) {
        for (Layer layer : layers) {
            layer.settings().forEach((key, setting) -> {
                boolean variable = layer.kind() == Layer.Kind.ENVIRONMENT && EnvironmentNames.isSetting(key);
                boolean undecided = variable ? vocabulary.undecidedVariable(key) : vocabulary.undecided(key);
                if (!vocabulary.knows(key) && !undecided) {
                    unknown(key, setting, variable, vocabulary);
                }
            });
        }
    }

    private void unknown(String key, Setting setting, boolean variable, Vocabulary vocabulary) {
        List<String> known =
                variable ? vocabulary.keys().stream().map(EnvironmentNames::of).toList() : vocabulary.keys();
        String section = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : "";
        String inSection = String.join(
                ", ",
                known.stream()
                        .filter(name -> section.isEmpty() ? !name.contains(".") : name.startsWith(section))
                        .toList());
        Problem problem = Problem.of(variable ? "the variable names no key" : "there is no such key")
                .allowed(variable ? "" : inSection)
                .remedy(Stream.of(key + ".type", key + ".name")
                        .filter(vocabulary.keys()::contains)
                        .findFirst()
                        .map(name -> "did you mean '" + name + "'?")
                        .or(() -> vocabulary.typeOfAbsent(key).map(type -> "name a component with " + type + " first"))
                        .orElseGet(() -> NearestName.remedy(key, known)));
        findings.problem(key, variable ? null : setting, problem);
    }
}
