package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.ComponentProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * The rules that providers of every kind keep; extend the contract of the kind instead. A rule that does not apply to a
 * component is reported as skipped, with the reason.
 *
 * @param <C> what the provider makes
 */
public abstract class ComponentContract<C> {
    private final ComponentKind<C> kind;

    ComponentContract(ComponentKind<C> kind) {
        this.kind = kind;
    }

    /** The provider under test. */
    protected abstract ComponentProvider<?, C> provider();

    /**
     * Options to test with, by key, as a user would write them; what is left out takes its default. Choose small networks,
     * and at least one sample for each way that the component can go. The defaults alone where this is not overridden.
     */
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of());
    }

    /**
     * The provider has an id, says in one sentence what it provides, and was compiled against this contract: without
     * these the host refuses it.
     */
    @Test
    void required_C01_theProviderSaysWhatItIs() {
        assertThat(provider().id()).as("id").isNotNull();
        assertThat(provider().summary()).as("summary").isNotBlank().doesNotContain("\n");
        assertThat(provider().spiVersion()).as("version of the contract").isEqualTo(SpiVersion.CURRENT);
    }

    /** The provider is listed under {@code META-INF/services}: a user who installs the jar can name it. */
    @Test
    void required_C02_theServiceLoaderFindsTheProvider() {
        Class<?> wanted = provider().getClass();
        assertThat(ServiceLoader.load(kind.providerType()).stream()
                        .map(ServiceLoader.Provider::type)
                        .toList())
                .as(
                        "providers listed in META-INF/services/%s",
                        kind.providerType().getName())
                .anyMatch(wanted::equals);
    }

    /**
     * The options are a public record, each of its parts annotated with help, of a type that can be configured, and with a
     * default that it accepts: manuals and configuration are made of it.
     */
    @Test
    void required_C03_optionsAreDocumented() {
        OptionSchema schema = OptionSchema.of(provider().optionsType());
        assertThat(schema.fields())
                .allSatisfy(field -> assertThat(field.help()).as(field.key()).isNotBlank());
    }

    /** Every number has a bound, and a value beyond it is refused by the option's name: no typing error is trained on. */
    @Test
    void required_C04_numbersAreBounded() {
        OptionRules.numbersAreBounded(schema());
    }

    /** A component can be made with no option set: recipes name only what they change. */
    @Test
    void required_C05_defaultsMakeAComponent() {
        assertThat(create(schema().defaults())).isNotNull();
    }

    /**
     * A name mistyped in its last letter, or put into the plural, is refused, and the right one proposed. Fails where two
     * names are so alike that a slip sets the other option.
     */
    @Test
    void required_C06_mistypedNamesAreRefused() {
        OptionRules.mistypedNamesAreRefused(schema());
    }

    /**
     * Every value that the annotations allow makes a component, the bounds themselves too, or is refused as the user's
     * mistake where it contradicts another option.
     */
    @Test
    void required_C07_allowedValuesMakeAComponent() {
        OptionSchema schema = schema();
        requireDefaults(schema);
        OptionRules.boundaries(schema).forEach(values -> {
            try {
                assertThat(create(schema.read(values))).as("%s", values).isNotNull();
            } catch (DiaboloException refused) {
                assertThat(refused.kind())
                        .as("kind of the refusal of %s: %s", values, refused.getMessage())
                        .isEqualTo(ErrorKind.USER);
            } catch (RuntimeException broken) {
                throw new AssertionError(values + " is allowed, but making the component fails: " + broken, broken);
            }
        });
    }

    /** Options written to a model file and read again are the same: a model that was saved is the model that is loaded. */
    @Test
    void required_C08_optionsSurviveWritingAndReading() {
        OptionSchema schema = schema();
        List<Map<String, ?>> all = new ArrayList<>(samples());
        all.addAll(OptionRules.boundaries(schema));
        all.forEach(values -> OptionRules.survivesWriting(schema, values));
    }

    /** The options schema; skips the rule where that is malformed, which is another rule's finding. */
    final OptionSchema schema() {
        try {
            return OptionSchema.of(provider().optionsType());
        } catch (DiaboloException malformed) {
            return abort("the options are malformed, see required_C03: " + malformed.getMessage());
        }
    }

    /** A component of a sample. */
    final C component(Map<String, ?> sample) {
        OptionSchema schema = schema();
        requireDefaults(schema);
        return create(schema.read(sample));
    }

    /** A component of a sample whose options were written and read again. */
    final C reloaded(Map<String, ?> sample) {
        OptionSchema schema = schema();
        requireDefaults(schema);
        return create(schema.read(new LinkedHashMap<>(schema.values(schema.read(sample)))));
    }

    private void requireDefaults(OptionSchema schema) {
        try {
            create(schema.defaults());
        } catch (RuntimeException broken) {
            abort("the defaults make no component, see required_C05: " + broken.getMessage());
        }
    }

    private C create(Record options) {
        return createUnchecked(provider(), options);
    }

    @SuppressWarnings("unchecked")
    private static <O extends Record, C> C createUnchecked(ComponentProvider<O, C> provider, Record options) {
        return provider.create((O) options);
    }
}
