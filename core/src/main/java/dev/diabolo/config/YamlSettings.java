package dev.diabolo.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads YAML down to texts and lists of texts with their lines; types are for the options to say ({@code 1e-3} is no
 * number to YAML 1.1, and {@code no} is a truth value). No object is ever constructed from a tag.
 */
final class YamlSettings {
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 20;
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP);
    private static final Set<String> NO_VALUE = Set.of("", "~", "null");

    private final String name;
    private final SettingsCollector collector = new SettingsCollector();
    private int entriesLeft = SettingsFile.LARGEST;

    private YamlSettings(String name) {
        this.name = name;
    }

    static Map<String, Setting> read(String text, String name) {
        if (text.length() > SettingsFile.LARGEST) {
            throw SettingsCollector.syntax("it is larger than " + SettingsFile.LARGEST + " characters", name);
        }
        YamlSettings settings = new YamlSettings(name);
        Node document = settings.compose(text);
        if (document != null) {
            settings.document(document);
        }
        return settings.collector.settings();
    }

    private @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(SettingsFile.LARGEST);
        try {
            return new Yaml(new SafeConstructor(options), newRepresenter(), new DumperOptions(), options)
                    .compose(new StringReader(text));
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            String where = mark == null ? name : name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
            throw SettingsCollector.syntax("this is not YAML: " + broken.getProblem(), where);
        } catch (YAMLException broken) {
            throw SettingsCollector.syntax("this is not YAML: " + broken.getMessage(), name);
        }
    }

    private static Representer newRepresenter() {
        return new Representer(new DumperOptions());
    }

    private void document(Node document) {
        if (document instanceof MappingNode mapping) {
            mapping("", mapping, 0);
        } else if (!(document instanceof ScalarNode scalar && NO_VALUE.contains(scalar.getValue()))) {
            collector.refuse("there are no keys here; allowed: key: value, one a line", where(document));
        }
    }

    private void mapping(String prefix, MappingNode mapping, int depth) {
        for (NodeTuple entry : mapping.getValue()) {
            if (--entriesLeft < 0 || depth > DEEPEST) {
                throw SettingsCollector.syntax("it is nested too deeply", where(entry.getKeyNode()));
            }
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                collector.refuse("a key must be a text", where(entry.getKeyNode()));
            } else if (key.getValue().equals("<<")) {
                collector.refuse("merge keys (<<) are not understood", where(key));
            } else {
                value(prefix + key.getValue(), entry.getValueNode(), where(key), depth);
            }
        }
    }

    private void value(String key, Node value, String where, int depth) {
        if (!PLAIN_TAGS.contains(value.getTag())) {
            collector.refuse("the tag " + value.getTag().getValue() + " is not allowed", where(value));
        } else if (value instanceof MappingNode nested) {
            mapping(key + ".", nested, depth + 1);
        } else if (value instanceof SequenceNode list) {
            collector.put(key, texts(key, list), where);
        } else if (hasNoValue(value)) {
            collector.refuse("the key '" + key + "' has no value", where);
        } else {
            collector.put(key, ((ScalarNode) value).getValue(), where);
        }
    }

    private List<String> texts(String key, SequenceNode list) {
        List<String> texts = new ArrayList<>();
        for (Node element : list.getValue()) {
            if (element instanceof ScalarNode scalar && PLAIN_TAGS.contains(scalar.getTag()) && !hasNoValue(scalar)) {
                texts.add(scalar.getValue());
            } else {
                collector.refuse("the list '" + key + "' may hold plain values only", where(element));
            }
        }
        return texts;
    }

    private static boolean hasNoValue(Node node) {
        return node instanceof ScalarNode scalar && scalar.isPlain() && NO_VALUE.contains(scalar.getValue());
    }

    private String where(Node node) {
        return name + ":" + (node.getStartMark().getLine() + 1);
    }
}
