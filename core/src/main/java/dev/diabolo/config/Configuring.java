package dev.diabolo.config;

import dev.diabolo.options.Binding;
import dev.diabolo.options.Condition;
import dev.diabolo.options.OptionField;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One run of a {@link Configurer}. */
final class Configuring<R extends Record> {
    private final ComponentSchemas components;
    private final Class<R> rootType;
    private final OptionSchema root;
    private final List<Layer> given;
    private final Findings findings = new Findings();
    private final LayerKeys layerKeys = new LayerKeys(findings);

    Configuring(ComponentSchemas components, Class<R> rootType, OptionSchema root, List<Layer> given) {
        this.components = components;
        this.rootType = rootType;
        this.root = root;
        this.given = List.copyOf(given);
    }

    RunConfiguration<R> run() {
        Set<String> variables = variables();
        List<Section> undecided =
                ComponentKind.ALL.stream().map(Section::undecided).toList();
        List<Layer> layers = layerKeys.environmentToKeys(given, new Vocabulary(root, variables, undecided));

        List<Section> sections = new Sections(components, findings).decide(undecided, layers);
        Vocabulary vocabulary = new Vocabulary(root, variables, sections);
        layers = layerKeys.environmentToKeys(Sections.withoutForeignOptions(sections, layers), vocabulary);
        layers = layerKeys.rename(layers, vocabulary);
        layerKeys.checkKnown(layers, vocabulary);

        MergedLayers merged = new MergedLayers(withDefaults(layers, sections));
        warnOfUnused(variables, vocabulary, layers, merged);
        return bind(variables, sections, merged);
    }

    /** The names at the top that values of the recipe refer to. */
    private Set<String> variables() {
        Set<String> variables = new TreeSet<>();
        given.stream()
                .filter(layer -> layer.kind() == Layer.Kind.RECIPE)
                .flatMap(layer -> layer.settings().values().stream())
                .flatMap(setting -> setting.references().stream())
                .filter(name -> !name.contains(".") && !name.equals(Vocabulary.SUMMARY))
                .forEach(variables::add);
        root.keys().forEach(variables::remove);
        return variables;
    }

    private List<Layer> withDefaults(List<Layer> layers, List<Section> sections) {
        Map<String, Object> defaults = new LinkedHashMap<>(root.values(root.defaults()));
        for (Section section : sections) {
            OptionSchema schema = section.schema();
            if (schema != null) {
                schema.values(schema.defaults()).forEach((key, value) -> defaults.put(section.prefix() + key, value));
            }
        }
        List<Layer> all = new ArrayList<>(layers);
        all.add(0, Layer.defaults(defaults));
        return all;
    }

    private void warnOfUnused(Set<String> variables, Vocabulary vocabulary, List<Layer> layers, MergedLayers merged) {
        Set<String> used = new TreeSet<>();
        vocabulary.keys().forEach(key -> merged.get(key).ifPresent(setting -> used.addAll(setting.references())));
        for (Layer layer : layers) {
            if (layer.kind() != Layer.Kind.RECIPE) {
                layer.settings().forEach((key, setting) -> {
                    if (variables.contains(key) && !used.contains(key)) {
                        findings.warning(
                                "'" + key + "' (" + setting.origin() + ") has no effect: no key refers to it any more");
                    }
                });
            }
        }
    }

    private RunConfiguration<R> bind(Set<String> variables, List<Section> sections, MergedLayers merged) {
        List<String> undecided = sections.stream()
                .filter(section -> !section.decided())
                .map(Section::prefix)
                .toList();
        Values values = new Values(merged, findings, undecided);
        Map<String, Object> effective = new LinkedHashMap<>();
        Optional<Record> rootOptions = values.bind("", root);
        rootOptions.ifPresent(options -> putApplicable(root, options, "", effective));
        List<ConfiguredComponent> configured = new ArrayList<>();
        for (Section section : sections) {
            if (section.schema() != null && section.id() != null) {
                values.bind(section.prefix(), section.schema()).ifPresent(options -> {
                    configured.add(new ConfiguredComponent(section.kind(), section.id(), options));
                    effective.put(section.typeKey(), section.id().toString());
                    putApplicable(section.schema(), options, section.prefix(), effective);
                });
            }
        }
        Map<String, Object> variableValues = new LinkedHashMap<>();
        variables.stream()
                .filter(name -> merged.get(name).isPresent())
                .forEach(name -> values.resolve(name).ifPresent(value -> variableValues.put(name, value)));
        findings.throwIfAny();

        Map<String, String> origins = new LinkedHashMap<>();
        effective.keySet().forEach(key -> merged.get(key).ifPresent(setting -> origins.put(key, setting.origin())));
        return new RunConfiguration<>(
                rootType.cast(rootOptions.orElseThrow()),
                configured,
                effective,
                variableValues,
                origins,
                merged.get(Vocabulary.SUMMARY)
                        .map(setting -> String.valueOf(setting.value()).strip())
                        .orElse(""),
                findings.warnings());
    }

    private static void putApplicable(
            OptionSchema schema, Record options, String prefix, Map<String, Object> effective) {
        Map<String, Object> values = schema.values(options);
        Set<String> inapplicable = schema.inapplicable(values);
        values.forEach((key, value) -> {
            if (!inapplicable.contains(key)) {
                effective.put(prefix + key, value);
            }
        });
    }

    /** Takes values out of merged layers, and tells what is wrong with them. */
    private record Values(MergedLayers merged, Interpolation interpolation, Findings findings, List<String> undecided) {
        Values(MergedLayers merged, Findings findings, List<String> undecided) {
            this(merged, new Interpolation(merged), findings, undecided);
        }

        Optional<Object> resolve(String key) {
            try {
                return Optional.of(interpolation.resolve(key));
            } catch (Interpolation.Failure failure) {
                if (!refersToUndecided(key)) {
                    findings.problem(key, merged.get(key).orElse(null), failure.problem());
                }
                return Optional.empty();
            }
        }

        /** A component that is not known was reported already; that its options have no values follows from it. */
        private boolean refersToUndecided(String key) {
            return merged.get(key)
                    .filter(setting -> setting.references().stream()
                            .anyMatch(name -> undecided.stream().anyMatch(name::startsWith)))
                    .isPresent();
        }

        private void problem(String key, Problem problem) {
            String written = writtenUnder(key);
            Setting setting = merged.get(written).orElse(null);
            if (setting == null || written.equals(key)) {
                findings.problem(key, merged.get(key).orElse(null), problem);
            } else {
                findings.problemOfReferred(written, setting, key, problem);
            }
        }

        /** Where a user can mend the value: behind every reference. References in a circle were refused before. */
        private String writtenUnder(String key) {
            return merged.get(key)
                    .flatMap(Setting::referredTo)
                    .map(this::writtenUnder)
                    .orElse(key);
        }

        Optional<Record> bind(String prefix, OptionSchema schema) {
            Map<String, Object> raw = new LinkedHashMap<>();
            for (String key : schema.keys()) {
                resolve(prefix + key).ifPresent(value -> raw.put(key, value));
            }
            boolean resolved = raw.size() == schema.keys().size();
            for (String key : schema.inapplicable(raw)) {
                Condition condition =
                        schema.field(key).flatMap(OptionField::when).orElseThrow();
                Object decided = raw.get(condition.key());
                refuseInVain(prefix + key, new Condition(prefix + condition.key(), condition.values()), decided);
                raw.remove(key);
            }
            Binding binding = schema.bind(raw);
            binding.problems().forEach((key, problem) -> problem(prefix + key, problem));
            return resolved && binding.complete() ? create(prefix, schema, binding) : Optional.empty();
        }

        /**
         * Refuses a setting that a user gave although the one that decides about its use was known by then. What a recipe
         * says, or a file that the command line overrides, is meant for another case.
         */
        private void refuseInVain(String key, Condition condition, @Nullable Object decided) {
            int decisive =
                    merged.layer(condition.key()).map(MergedLayers.Ranked::rank).orElse(0);
            merged.layer(key)
                    .filter(ranked -> ranked.layer().ofUser(key) && ranked.rank() >= decisive)
                    .ifPresent(ranked -> problem(
                            key,
                            Problem.of("it has no effect: it matters where " + condition.describe() + ", not "
                                            + decided)
                                    .remedy("leave it out, or set " + condition.key())));
        }

        private Optional<Record> create(String prefix, OptionSchema schema, Binding binding) {
            try {
                return Optional.of(schema.create(binding.values()));
            } catch (DiaboloException refused) {
                for (Problem problem : refused.problems()) {
                    String where = prefix + problem.where();
                    findings.problem(
                            where.endsWith(".") ? where.substring(0, where.length() - 1) : where, null, problem);
                }
                return Optional.empty();
            }
        }
    }
}
