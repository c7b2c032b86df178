package dev.diabolo.options;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.option.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of an options record, and how to make one and take one apart. */
final class RecordShape {
    private static final Set<Class<?>> SCALARS =
            Set.of(int.class, long.class, double.class, boolean.class, String.class);
    private static final Set<Class<?>> ELEMENTS =
            Set.of(Integer.class, Long.class, Double.class, Boolean.class, String.class);

    private final Class<? extends Record> type;
    private final Constructor<? extends Record> constructor;
    private final List<Part> parts;

    /** One part of the record: an option, or a record of options. */
    private sealed interface Part {
        Method accessor();

        record Leaf(OptionField field, Method accessor) implements Part {}

        record Nested(String key, RecordShape shape, Method accessor) implements Part {}
    }

    private RecordShape(Class<? extends Record> type, Constructor<? extends Record> constructor, List<Part> parts) {
        this.type = type;
        this.constructor = constructor;
        this.parts = parts;
    }

    /** Reads a record's parts; the result is usable only if no problem was added. */
    static RecordShape read(Class<?> type, SchemaProblems problems) {
        return read(type, "", new HashSet<>(), problems);
    }

    private static RecordShape read(Class<?> type, String prefix, Set<Class<?>> around, SchemaProblems problems) {
        if (!type.isRecord() || !Modifier.isPublic(type.getModifiers())) {
            problems.add(prefix, type.getName() + " is not a public record");
            problems.throwIfAny();
        }
        if (!around.add(type)) {
            problems.add(prefix, type.getName() + " contains itself");
            problems.throwIfAny();
        }
        Class<? extends Record> recordType = type.asSubclass(Record.class);
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : recordType.getRecordComponents()) {
            readPart(component, prefix, around, problems, parts);
        }
        around.remove(type);
        return new RecordShape(recordType, canonicalConstructor(recordType), List.copyOf(parts));
    }

    private static void readPart(
            RecordComponent component, String prefix, Set<Class<?>> around, SchemaProblems problems, List<Part> parts) {
        String key = KebabCase.ofComponent(component.getName());
        String path = prefix + key;
        Option option = component.getAnnotation(Option.class);
        if (option == null) {
            problems.add(path, "the part '" + component.getName() + "' has no @Option");
            return;
        }
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        if (component.getType().isRecord()) {
            if (!option.when().isEmpty()) {
                problems.add(path, "a record of options can't depend on another option; its parts can");
            }
            parts.add(new Part.Nested(key, read(component.getType(), path + ".", around, problems), accessor));
            return;
        }
        Class<?> elementType = elementType(component);
        OptionField field = new OptionField(
                key,
                component.getType(),
                elementType,
                option.help(),
                option.unit(),
                option.defaultValue(),
                Range.of(option),
                option.word().isEmpty() ? Optional.empty() : Optional.of(NumberWord.parse(option.word())),
                option.when().isEmpty() ? Optional.empty() : Optional.of(Condition.parse(option.when())),
                List.of(option.formerNames()));
        if (!supported(component.getType(), elementType)) {
            problems.add(
                    path,
                    "an option can't have the type "
                            + component.getGenericType().getTypeName()
                            + "; allowed: int, long, double, boolean, String, an enum, a List of these, or a record");
            return;
        }
        checkRange(field, path, problems);
        parts.add(new Part.Leaf(field, accessor));
    }

    private static void checkRange(OptionField field, String path, SchemaProblems problems) {
        Range range = field.range();
        boolean listOfTexts = field.isList() && !field.isNumber();
        if (Double.isNaN(range.min()) || Double.isNaN(range.max()) || range.min() > range.max()) {
            problems.add(path, "its range is empty");
        } else if (!field.isNumber() && (range.boundedAbove() || range.boundedBelow() && !listOfTexts)) {
            problems.add(path, "it has a range, but is not a number");
        }
    }

    private static boolean supported(Class<?> type, Class<?> elementType) {
        Set<Class<?>> plain = type == List.class ? ELEMENTS : SCALARS;
        return plain.contains(elementType) || elementType.isEnum();
    }

    private static Class<?> elementType(RecordComponent component) {
        if (component.getType() != List.class) {
            return component.getType();
        }
        if (component.getGenericType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return element instanceof Class<?> plain ? plain : Object.class;
        }
        return Object.class;
    }

    private static Constructor<? extends Record> canonicalConstructor(Class<? extends Record> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError("a record always has its canonical constructor", impossible);
        }
    }

    Class<? extends Record> type() {
        return type;
    }

    List<OptionField> fields() {
        return parts.stream().flatMap(RecordShape::fieldsOf).toList();
    }

    private static Stream<OptionField> fieldsOf(Part part) {
        if (part instanceof Part.Nested nested) {
            return nested.shape().fields().stream().map(field -> field.within(nested.key()));
        }
        return Stream.of(((Part.Leaf) part).field());
    }

    Record create(String prefix, Map<String, Object> values) {
        Object[] arguments =
                parts.stream().map(part -> argument(part, prefix, values)).toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refusal) {
            throw refused(prefix, refusal.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("the constructor of " + type.getName() + " was made accessible", impossible);
        }
    }

    private static Object argument(Part part, String prefix, Map<String, Object> values) {
        if (part instanceof Part.Nested nested) {
            return nested.shape().create(prefix + nested.key() + ".", values);
        }
        String key = prefix + ((Part.Leaf) part).field().key();
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + key);
        }
        return value;
    }

    private DiaboloException refused(String prefix, Throwable cause) {
        if (cause instanceof DiaboloException told) {
            return told;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        String reason = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
        return DiaboloException.user(
                "options.contradict",
                Problem.of("the options contradict each other: " + reason)
                        .at(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1)));
    }

    void collect(String prefix, Record options, Map<String, Object> into) {
        for (Part part : parts) {
            Object value = read(part.accessor(), options);
            if (part instanceof Part.Nested nested) {
                nested.shape().collect(prefix + nested.key() + ".", (Record) value, into);
            } else {
                OptionField field = ((Part.Leaf) part).field();
                into.put(prefix + field.key(), field.plain(value));
            }
        }
    }

    private static Object read(Method accessor, Record options) {
        try {
            return accessor.invoke(options);
        } catch (ReflectiveOperationException broken) {
            throw DiaboloException.plugin(
                    "options.unreadable",
                    Problem.of("the options can't be read: " + broken.getCause())
                            .at(accessor.toString()));
        }
    }
}
