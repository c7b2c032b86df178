package dev.diabolo.config;

import dev.diabolo.options.OptionField;
import dev.diabolo.options.OptionSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every key that a configuration may have. */
final class Vocabulary {
    /** A recipe's own description. */
    static final String SUMMARY = "summary";

    private final OptionSchema root;
    private final List<Section> sections;
    private final List<String> keys = new ArrayList<>();

    Vocabulary(OptionSchema root, Set<String> variables, List<Section> sections) {
        this.root = root;
        this.sections = sections;
        keys.addAll(root.keys());
        keys.addAll(variables);
        for (Section section : sections) {
            keys.add(section.typeKey());
            keys.addAll(section.keys());
        }
    }

    List<String> keys() {
        return keys;
    }

    /** Keys, and those that keys once were. */
    List<String> understood() {
        List<String> understood = new ArrayList<>(keys);
        root.fields().forEach(field -> understood.addAll(field.formerNames()));
        sections.forEach(section -> understood.addAll(section.formerKeys()));
        return understood;
    }

    boolean knows(String key) {
        return keys.contains(key) || key.equals(SUMMARY);
    }

    /** Whether a key may be right, because the component that it belongs to is not known. */
    boolean undecided(String key) {
        return sections.stream().anyMatch(section -> !section.decided() && key.startsWith(section.prefix()));
    }

    /** The key that names the component which a key is an option of, where the model does without such a component. */
    Optional<String> typeOfAbsent(String key) {
        return sections.stream()
                .filter(section -> section.absent() && key.startsWith(section.prefix()))
                .map(Section::typeKey)
                .findFirst();
    }

    /** Whether a variable may be right, likewise. */
    boolean undecidedVariable(String name) {
        return sections.stream()
                .anyMatch(section -> !section.decided() && name.startsWith(EnvironmentNames.of(section.prefix())));
    }

    /** The key of today for one of the past. */
    Optional<String> renamed(String key) {
        return sections.stream()
                .flatMap(section -> section.renamed(key).stream())
                .findFirst()
                .or(() -> root.formerly(key).map(OptionField::key));
    }
}
