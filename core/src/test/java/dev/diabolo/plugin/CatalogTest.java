package dev.diabolo.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gallery of deliberately broken plugins, each beside one that works and stays usable. */
class CatalogTest {
    private static final ComponentId GOOD = ComponentId.of("acme.good");

    @TempDir
    Path folder;

    private final List<URLClassLoader> open = new ArrayList<>();
    private PluginFolder plugin;

    @BeforeEach
    void aFolderForThePlugin() throws IOException {
        plugin = new PluginFolder(Files.createDirectories(folder.resolve("broken")));
    }

    private Catalog withAGoodOne() throws IOException {
        plugin.listed("acme.Good", PluginFolder.encoder("acme.good", ""));
        Catalog catalog = discover(plugin);
        assertThat(catalog.find(ComponentKind.ENCODER, GOOD)).isPresent();
        return catalog;
    }

    private Catalog discover(PluginFolder... folders) {
        URLClassLoader loader = PluginFolder.loader(folders);
        open.add(loader);
        return Catalog.discover(loader);
    }

    @AfterEach
    void close() throws IOException {
        for (URLClassLoader loader : open) {
            loader.close();
        }
    }

    private PluginIssue onlyIssue() throws IOException {
        Catalog catalog = withAGoodOne();
        assertThat(catalog.issues()).hasSize(1);
        assertThat(catalog.lookedAt()).isEqualTo(2);
        PluginIssue issue = catalog.issues().get(0);
        assertThat(issue.kind()).isEqualTo("encoder");
        assertThat(issue.source()).isEqualTo(plugin.path().toString());
        assertThat(issue.remedy()).isNotEmpty();
        return issue;
    }

    @Test
    void aGoodProviderCanBeDescribedAndMade() throws IOException {
        ComponentEntry<?> entry = withAGoodOne().require(ComponentKind.ENCODER, GOOD);

        assertThat(entry.summary()).isEqualTo("an encoder");
        assertThat(entry.version()).isEqualTo("development");
        assertThat(entry.source()).isEqualTo(plugin.path().toString());
        assertThat(entry.schema().keys()).containsExactly("size");
        assertThat(entry.create(entry.schema().defaults())).isNotNull();
    }

    @Test
    void entriesAreSorted() throws IOException {
        plugin.listed("acme.Later", PluginFolder.encoder("acme.zebra", ""));

        assertThat(withAGoodOne().entries())
                .extracting(entry -> entry.id().toString())
                .containsExactly("acme.good", "acme.zebra");
    }

    @Test
    void aThrowingConstructorIsAnIssue() throws IOException {
        plugin.listed(
                "acme.Bad",
                PluginFolder.encoder("acme.bad", "public NAME() { throw new IllegalStateException(\"no\"); }"));

        assertThat(onlyIssue().cause()).isEqualTo("it throws java.lang.IllegalStateException: no");
    }

    @Test
    void aThrowingStaticInitialiserIsAnIssue() throws IOException {
        plugin.listed(
                "acme.Bad",
                PluginFolder.encoder("acme.bad", "static { if (true) throw new RuntimeException(\"no\"); }"));

        PluginIssue issue = onlyIssue();
        assertThat(issue.subject()).isEqualTo("acme.Bad");
        assertThat(issue.cause()).contains("RuntimeException: no");
    }

    @Test
    void anotherVersionOfTheContractIsAnIssueThatSaysBoth() throws IOException {
        plugin.listed(
                "acme.Bad",
                PluginFolder.encoder("acme.bad", "99", "@Option(help = \"h\", defaultValue = \"1\") int size", ""));

        assertThat(onlyIssue().cause()).contains("version 99").contains("version " + SpiVersion.CURRENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int size | has no @Option",
                "@Option(help = \"h\", defaultValue = \"0\", min = 1) int size | '0' is out of range",
                "@Option(help = \"h\", defaultValue = \"x\") int size | 'x' is not a whole number",
                "@Option(help = \"h\", defaultValue = \"x\") String type | can't have the key 'type'",
            })
    void malformedOptionsAreAnIssue(String options, String cause) throws IOException {
        plugin.listed("acme.Bad", PluginFolder.encoder("acme.bad", "SpiVersion.CURRENT", options, ""));

        assertThat(onlyIssue().cause()).contains(cause);
    }

    @Test
    void aNullIdIsAnIssue() throws IOException {
        plugin.listed("acme.Bad", PluginFolder.encoder("acme.bad", "").replace("ComponentId.of(\"acme.bad\")", "null"));

        assertThat(onlyIssue().cause()).isEqualTo("its id is null");
    }

    @ParameterizedTest
    @CsvSource({"diabolo", "vanilla", "vae", "adversarial"})
    void reservedNamespacesAreForOurOwn(String namespace) throws IOException {
        plugin.listed("acme.Bad", PluginFolder.encoder(namespace + ".bad", ""));

        assertThat(onlyIssue().cause()).contains("reserved");
    }

    @Test
    void ourOwnPluginsMayUseTheirNamespace() throws IOException {
        plugin.listed("dev.diabolo.plugins.vae.gallery.Own", PluginFolder.encoder("vae.own", ""));

        assertThat(withAGoodOne().issues()).isEmpty();
    }

    @Test
    void aListedClassThatDoesNotExistIsAnIssue() throws IOException {
        plugin.listing("acme.Nowhere");

        PluginIssue issue = onlyIssue();
        assertThat(issue.subject()).isEqualTo("acme.Nowhere");
        assertThat(issue.cause()).contains("does not exist");
    }

    @Test
    void aListedClassThatIsNoProviderIsAnIssue() throws IOException {
        plugin.listed("acme.Other", "public class NAME {}");

        assertThat(onlyIssue().cause()).contains("not a subtype");
    }

    @Test
    void aMissingDependencyOfTheConstructorIsNamed() throws IOException {
        plugin.compiled("acme.Dependency", "public class NAME { public static void touch() {} }");
        plugin.listed("acme.Bad", PluginFolder.encoder("acme.bad", "public NAME() { Dependency.touch(); }"));
        plugin.without("acme/Dependency.class");

        PluginIssue issue = onlyIssue();
        assertThat(issue.cause()).isEqualTo("it needs the class acme.Dependency, which is missing");
    }

    @Test
    void aMissingSuperclassIsBlamedOnTheProviderThatNeedsIt() throws IOException {
        plugin.compiled("acme.Base", "public class NAME {}");
        plugin.listed(
                "acme.Bad",
                PluginFolder.encoder("acme.bad", "")
                        .replace("class NAME implements", "class NAME extends Base implements"));
        plugin.without("acme/Base.class");

        PluginIssue issue = onlyIssue();
        assertThat(issue.subject()).isEqualTo("acme.Bad");
        assertThat(issue.cause()).contains("acme.Base");
    }

    @Test
    void aMalformedListingIsAnIssue() throws IOException {
        PluginFolder garbled = new PluginFolder(Files.createDirectories(folder.resolve("garbled")));
        garbled.listing("this is no class name");
        plugin.listed("acme.Good", PluginFolder.encoder("acme.good", ""));

        Catalog catalog = discover(garbled, plugin);

        assertThat(catalog.find(ComponentKind.ENCODER, GOOD)).isPresent();
        assertThat(catalog.issues()).hasSize(1);
        assertThat(catalog.issues().get(0).source()).isEqualTo(garbled.path().toString());
    }

    @Test
    void aDuplicateIdIsUsableByNeitherAndNamesBoth() throws IOException {
        PluginFolder other = new PluginFolder(Files.createDirectories(folder.resolve("other")));
        other.listed("evil.Copy", PluginFolder.encoder("acme.good", ""));
        plugin.listed("acme.Good", PluginFolder.encoder("acme.good", ""));

        Catalog catalog = discover(plugin, other);

        assertThat(catalog.entries()).isEmpty();
        assertThat(catalog.issues()).hasSize(1);
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> catalog.require(ComponentKind.ENCODER, GOOD))
                .withMessageContaining("acme.Good in " + plugin.path())
                .withMessageContaining("evil.Copy in " + other.path())
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.PLUGIN));
        assertThat(catalog.brokenInstead(ComponentKind.ENCODER, GOOD))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("plugin.duplicate-id"));
    }

    @Test
    void aMissingIdIsLaidToABrokenPluginUnlessItLooksLikeASlip() throws IOException {
        plugin.listed("acme.Good", PluginFolder.encoder("acme.good", "")).listing("acme.Nowhere");
        Catalog catalog = discover(plugin);

        assertThat(catalog.brokenInstead(ComponentKind.ENCODER, ComponentId.of("acme.convolution")))
                .hasValueSatisfying(error -> assertThat(error)
                        .hasMessageContaining("acme.convolution")
                        .hasMessageContaining("acme.Nowhere"));
        assertThat(catalog.brokenInstead(ComponentKind.ENCODER, ComponentId.of("acme.goo")))
                .isEmpty();
        assertThat(catalog.brokenInstead(ComponentKind.LOSS, ComponentId.of("acme.other")))
                .isEmpty();
    }

    @Test
    void thePluginTwiceOnTheClassPathIsADuplicate() throws IOException {
        PluginFolder other = new PluginFolder(Files.createDirectories(folder.resolve("other")));
        for (PluginFolder place : List.of(plugin, other)) {
            place.listed("acme.Good", PluginFolder.encoder("acme.good", ""));
        }

        Catalog catalog = discover(plugin, other);

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> catalog.require(ComponentKind.ENCODER, GOOD))
                .withMessageContaining(plugin.path().toString())
                .withMessageContaining(other.path().toString());
    }

    @Test
    void aClassThatSeveralLoadersOfferCountsOnce() throws IOException {
        plugin.listed("acme.Good", PluginFolder.encoder("acme.good", ""));
        try (URLClassLoader parent = PluginFolder.loader(plugin);
                URLClassLoader child = new URLClassLoader(new URL[0], parent)) {
            assertThat(Catalog.discover(List.of(parent, child)).entries()).hasSize(1);
        }
    }

    @Test
    void anUnknownIdListsWhatThereIs() throws IOException {
        plugin.listing("acme.Nowhere");
        Catalog catalog = withAGoodOne();

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> catalog.require(ComponentKind.ENCODER, ComponentId.of("acme.goood")))
                .withMessageContaining("2 providers were looked at")
                .withMessageContaining("acme.Nowhere")
                .withMessageContaining("allowed: acme.good")
                .withMessageContaining("did you mean 'acme.good'?")
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.USER));
    }

    @Test
    void aProviderThatMakesNothingIsThePluginsFault() throws IOException {
        plugin.listed(
                "acme.Bad",
                PluginFolder.encoder("acme.bad", "")
                        .replace("return new Encoder()", "if (true) return null; return new Encoder()"));
        Catalog catalog = withAGoodOne();
        ComponentEntry<?> entry = catalog.require(ComponentKind.ENCODER, ComponentId.of("acme.bad"));

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> entry.create(entry.schema().defaults()))
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.PLUGIN));
    }
}
