package dev.diabolo.plugin;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.ComponentProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.error.DiaboloException;
import java.util.List;
import java.util.Set;

/** Checks that a provider keeps the contract as far as that can be seen without making a component. */
final class ProviderCheck {
    /** Ids of these belong to the plugins of Diabolo's own, whose classes lie in a package of the same name. */
    static final Set<String> RESERVED_NAMESPACES = Set.of("diabolo", "vanilla", "vae", "adversarial", "dl4j");

    private static final List<String> OWN = List.of("dev.diabolo.plugins.", "dev.diabolo.exchange.");
    private static final String TYPE_KEY = "type";
    private static final String TELL_THE_AUTHOR = "report it to the author of the plugin";

    /** Says why a provider is refused. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Diagnosis diagnosis;

        private Refusal(String cause, String remedy) {
            super(cause);
            this.diagnosis = new Diagnosis(cause, remedy);
        }

        Diagnosis diagnosis() {
            return diagnosis;
        }
    }

    private ProviderCheck() {}

    static <C> ComponentEntry<C> entry(ComponentKind<C> kind, ComponentProvider<?, ?> provider) throws Refusal {
        // The version first: a provider of another contract may mean something else by everything that follows.
        checkVersion(provider.spiVersion());
        ComponentId id = provider.id();
        if (id == null) {
            throw new Refusal("its id is null", TELL_THE_AUTHOR);
        }
        checkNamespace(id, provider.getClass());
        String summary = provider.summary();
        if (summary == null || summary.isBlank()) {
            throw new Refusal("it has no summary", TELL_THE_AUTHOR);
        }
        return new ComponentEntry<>(
                kind,
                id,
                summary,
                schema(provider),
                PluginSource.of(provider.getClass()),
                version(provider.getClass()),
                provider);
    }

    private static void checkVersion(int version) throws Refusal {
        if (version != SpiVersion.CURRENT) {
            throw new Refusal(
                    "it was built for version " + version + " of the plugin contract, and this is version "
                            + SpiVersion.CURRENT,
                    version < SpiVersion.CURRENT
                            ? "install a newer release of the plugin"
                            : "install a newer release of Diabolo, or an older one of the plugin");
        }
    }

    private static void checkNamespace(ComponentId id, Class<?> provider) throws Refusal {
        boolean atHome = OWN.stream()
                .map(own -> own + id.namespace() + ".")
                .anyMatch(home -> (provider.getPackageName() + ".").startsWith(home));
        if (RESERVED_NAMESPACES.contains(id.namespace()) && !atHome) {
            throw new Refusal(
                    "its id " + id + " uses the namespace '" + id.namespace()
                            + "', which is reserved for Diabolo's own plugins",
                    "the author of the plugin must choose a namespace of their own");
        }
    }

    private static OptionSchema schema(ComponentProvider<?, ?> provider) throws Refusal {
        Class<?> type = provider.optionsType();
        if (type == null) {
            throw new Refusal("its options type is null", TELL_THE_AUTHOR);
        }
        try {
            OptionSchema schema = OptionSchema.of(type);
            if (schema.keys().contains(TYPE_KEY)) {
                throw new Refusal("an option can't have the key 'type', which names the component", TELL_THE_AUTHOR);
            }
            return schema;
        } catch (DiaboloException malformed) {
            throw new Refusal("its options are malformed: " + malformed.getMessage(), TELL_THE_AUTHOR);
        }
    }

    private static String version(Class<?> provider) {
        String version = provider.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
