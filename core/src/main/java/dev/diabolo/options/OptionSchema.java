package dev.diabolo.options;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of one annotated record: what may be written under which key, and how the record is made of it. Immutable
 * and safe to share between threads.
 */
public final class OptionSchema {
    private final RecordShape shape;
    private final List<OptionField> fields;
    private final Map<String, OptionField> byKey;
    private final Map<String, OptionField> byFormerName;

    private OptionSchema(RecordShape shape) {
        this.shape = shape;
        this.fields = shape.fields();
        Map<String, OptionField> keys = new LinkedHashMap<>();
        Map<String, OptionField> formerNames = new LinkedHashMap<>();
        for (OptionField field : fields) {
            keys.put(field.key(), field);
            field.formerNames().forEach(former -> formerNames.put(former, field));
        }
        this.byKey = Collections.unmodifiableMap(keys);
        this.byFormerName = Collections.unmodifiableMap(formerNames);
    }

    /**
     * Reads the annotations of a record.
     *
     * @throws DiaboloException (PLUGIN, {@code options.malformed}) naming every part that lacks an annotation, has a type
     *     that options can't have, or a default that doesn't parse or lies outside its own range
     */
    public static OptionSchema of(Class<?> type) {
        SchemaProblems problems = new SchemaProblems(type);
        RecordShape shape = RecordShape.read(type, problems);
        problems.throwIfAny();
        OptionSchema schema = new OptionSchema(shape);
        schema.check(problems);
        problems.throwIfAny();
        return schema;
    }

    /** The record. */
    public Class<? extends Record> type() {
        return shape.type();
    }

    /** Every option, those of nested records under dotted keys, in the order of the records' parts. */
    public List<OptionField> fields() {
        return fields;
    }

    /** The keys of every option. */
    public List<String> keys() {
        return List.copyOf(byKey.keySet());
    }

    /** The option under a key. */
    public Optional<OptionField> field(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The option that once had a key. */
    public Optional<OptionField> formerly(String key) {
        return Optional.ofNullable(byFormerName.get(key));
    }

    /**
     * The keys that do not matter with these values.
     *
     * @param values typed, plain or as written, by key; absent ones have their defaults, and what cannot be read excludes
     *     nothing
     */
    public Set<String> inapplicable(Map<String, ?> values) {
        Set<String> keys = new LinkedHashSet<>();
        for (OptionField field : fields) {
            field.when().ifPresent(condition -> {
                OptionField decisive = byKey.get(condition.key());
                Object value = values.get(condition.key());
                Parsed parsed = decisive.parse(value == null ? decisive.defaultText() : decisive.plain(value));
                if (parsed instanceof Parsed.Value chosen
                        && !condition.values().contains(decisive.plain(chosen.value()))) {
                    keys.add(field.key());
                }
            });
        }
        return keys;
    }

    /** The record with every default. */
    public Record defaults() {
        return create(bind(Map.of()).values());
    }

    /** Reads values by key; absent ones take their defaults, and unknown keys are problems. */
    public Binding bind(Map<String, ?> raw) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (OptionField field : fields) {
            Object given = raw.containsKey(field.key()) ? raw.get(field.key()) : field.defaultText();
            Parsed parsed = given == null ? new Parsed.Refused("it has no value", "") : field.parse(given);
            if (parsed instanceof Parsed.Value value) {
                values.put(field.key(), value.value());
            } else if (parsed instanceof Parsed.Refused refused) {
                problems.put(field.key(), new Problem(refused.what(), "", field.allowed(), refused.remedy()));
            }
        }
        for (String key : raw.keySet()) {
            if (!byKey.containsKey(key)) {
                problems.put(key, unknown(key));
            }
        }
        return new Binding(values, problems);
    }

    /**
     * Reads values by key into a record.
     *
     * @throws DiaboloException (USER, {@code options.invalid}) with every problem
     */
    public Record read(Map<String, ?> raw) {
        Binding binding = bind(raw);
        if (!binding.complete()) {
            throw new DiaboloException(ErrorKind.USER, "options.invalid", binding.located(), null);
        }
        return create(binding.values());
    }

    /**
     * Makes the record of typed values.
     *
     * @param values one for every key, as {@link Binding#values()} has them
     * @throws DiaboloException (USER) where the record's own constructor refuses them
     */
    public Record create(Map<String, Object> values) {
        return shape.create("", values);
    }

    /**
     * The plain values of a record by key: numbers, truth values, texts (enums in kebab case), and lists of these.
     * {@link #read} of them gives an equal record.
     */
    public Map<String, Object> values(Record options) {
        if (!type().isInstance(options)) {
            throw new IllegalArgumentException(options.getClass().getName() + " is not " + type().getName());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        shape.collect("", options, values);
        return Collections.unmodifiableMap(values);
    }

    private Problem unknown(String key) {
        return Problem.of("there is no option '" + key + "'")
                .allowed(fields.isEmpty() ? "no option at all" : String.join(", ", byKey.keySet()))
                .remedy(NearestName.remedy(key, byKey.keySet()));
    }

    private void checkCondition(OptionField field, Condition condition, SchemaProblems problems) {
        OptionField decisive = byKey.get(condition.key());
        if (decisive == null || decisive.isList() || decisive.choices().isEmpty()) {
            problems.add(field.key(), "it depends on '" + condition.key() + "', which is no enum of the same record");
        } else if (!decisive.choices().containsAll(condition.values())) {
            problems.add(
                    field.key(),
                    "it depends on " + condition.describe() + ", but the choices are " + decisive.choices());
        }
    }

    private void check(SchemaProblems problems) {
        fields.forEach(field -> field.when().ifPresent(condition -> checkCondition(field, condition, problems)));
        List<String> seen = new ArrayList<>();
        for (OptionField field : fields) {
            List<String> names = new ArrayList<>(field.formerNames());
            names.add(field.key());
            for (String name : names) {
                if (seen.contains(name)) {
                    problems.add(name, "two options have this key");
                }
                seen.add(name);
            }
        }
        Binding defaults = bind(Map.of());
        defaults.problems().forEach((key, problem) -> problems.add(key, "its own default: " + problem.message()));
        if (defaults.complete()) {
            try {
                create(defaults.values());
            } catch (DiaboloException refused) {
                problems.add("", "its constructor refuses its own defaults: " + refused.getMessage());
            }
        }
    }
}
