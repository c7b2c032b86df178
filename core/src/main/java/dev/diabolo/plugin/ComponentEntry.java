package dev.diabolo.plugin;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.ComponentProvider;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A component that can be used. Everything that can be said of it is read once, at discovery.
 *
 * @param kind its kind
 * @param id its id
 * @param summary what it is, one sentence
 * @param schema its options
 * @param source the jar or directory that it is in
 * @param version the version of its plugin, or {@code development}
 * @param provider what makes it
 * @param <C> what its provider makes
 */
public record ComponentEntry<C>(
        ComponentKind<C> kind,
        ComponentId id,
        String summary,
        OptionSchema schema,
        String source,
        String version,
        ComponentProvider<?, ?> provider) {

    /**
     * A configured component.
     *
     * @param options an instance of {@link #schema()}'s record
     * @throws DiaboloException whatever the provider throws; (PLUGIN, {@code component.failed}) where it throws anything
     *     else or makes something else
     */
    public C create(Record options) {
        if (!schema.type().isInstance(options)) {
            throw new IllegalArgumentException(
                    options.getClass().getName() + " is not " + schema.type().getName());
        }
        Object product;
        try {
            product = create(provider, options);
        } catch (DiaboloException told) {
            throw located(told, problem -> schema.field(problem.where()).isPresent());
        } catch (RuntimeException | LinkageError failure) {
            throw failed("it throws " + failure, failure);
        }
        if (!kind.productType().isInstance(product)) {
            throw failed(
                    "it makes " + (product == null ? "null" : product.getClass().getName()), null);
        }
        return kind.productType().cast(product);
    }

    /**
     * Options with whatever they name outside of the model taken in.
     *
     * @param options an instance of {@link #schema()}'s record
     * @throws DiaboloException whatever the provider throws; (PLUGIN, {@code component.failed}) where it throws anything else
     */
    public Record selfContained(Record options) {
        try {
            return selfContained(provider, options);
        } catch (DiaboloException told) {
            throw told;
        } catch (RuntimeException | LinkageError failure) {
            throw failed("it throws " + failure, failure);
        }
    }

    private static <O extends Record> Record selfContained(ComponentProvider<O, ?> provider, Record options) {
        return provider.selfContained(provider.optionsType().cast(options));
    }

    /**
     * Makes a component of options by key.
     *
     * @throws DiaboloException (USER) for unknown keys and bad values, all at once, each with its path: {@code encoder.hidden}
     */
    public C create(Map<String, ?> options) {
        return create(read(options));
    }

    /**
     * Options by key as {@link #schema()}'s record.
     *
     * @throws DiaboloException (USER) as {@link #create(Map)}
     */
    public Record read(Map<String, ?> options) {
        try {
            return schema.read(options);
        } catch (DiaboloException told) {
            throw located(told, problem -> !problem.where().isEmpty());
        }
    }

    /** The same failure; problems of options are where a user finds them, behind the name of the kind. */
    private DiaboloException located(DiaboloException told, Predicate<Problem> ofOption) {
        List<Problem> problems = told.problems().stream()
                .map(problem -> ofOption.test(problem) ? problem.at(kind.name() + "." + problem.where()) : problem)
                .toList();
        return problems.equals(told.problems()) ? told : new DiaboloException(told.kind(), told.code(), problems, told);
    }

    private static <O extends Record> Object create(ComponentProvider<O, ?> provider, Record options) {
        return provider.create(provider.optionsType().cast(options));
    }

    private DiaboloException failed(String what, @Nullable Throwable cause) {
        Problem problem = Problem.of(kind + " " + id + " can't be made: " + what)
                .at(source)
                .remedy("report it to the author of the plugin");
        return new DiaboloException(ErrorKind.PLUGIN, "component.failed", List.of(problem), cause);
    }
}
