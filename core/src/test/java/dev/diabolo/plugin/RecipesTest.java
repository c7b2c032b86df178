package dev.diabolo.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {
    private static final String INDEX = "META-INF/diabolo/recipes.index";
    private static final String RECIPES = "META-INF/diabolo/recipes/";

    @TempDir
    Path folder;

    private PluginFolder plugin(String name) throws IOException {
        return new PluginFolder(Files.createDirectories(folder.resolve(name)));
    }

    private static Recipes discover(PluginFolder... folders) throws IOException {
        try (URLClassLoader loader = PluginFolder.loader(folders)) {
            return Recipes.discover(loader);
        }
    }

    @Test
    void recipesOfEveryFolderAreFound() throws IOException {
        PluginFolder one = plugin("one").file(INDEX, "# ours\ndense\n").file(RECIPES + "dense.yaml", "summary: a\n");
        PluginFolder two = plugin("two").file(INDEX, "sparse # theirs\n").file(RECIPES + "sparse.yaml", "summary: b\n");

        Recipes recipes = discover(one, two);

        assertThat(recipes.names()).containsExactly("dense", "sparse");
        assertThat(recipes.require("sparse").text()).isEqualTo("summary: b\n");
        assertThat(recipes.require("sparse").source()).isEqualTo(two.path().toString());
        assertThat(recipes.issues()).isEmpty();
    }

    @Test
    void aRecipeIsReadFromTheJarOfItsIndex() throws IOException {
        Path jar = folder.resolve("plugin.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(INDEX));
            entries.write("dense\n".getBytes(StandardCharsets.UTF_8));
            entries.putNextEntry(new JarEntry(RECIPES + "dense.yaml"));
            entries.write("summary: in a jar\n".getBytes(StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Recipe recipe = Recipes.discover(loader).require("dense");

            assertThat(recipe.text()).isEqualTo("summary: in a jar\n");
            assertThat(recipe.source()).isEqualTo(jar.toString());
        }
    }

    @Test
    void aDuplicateNamesBoth() throws IOException {
        PluginFolder one = plugin("one").file(INDEX, "dense").file(RECIPES + "dense.yaml", "");
        PluginFolder two = plugin("two").file(INDEX, "dense").file(RECIPES + "dense.yaml", "");

        Recipes recipes = discover(one, two);

        assertThat(recipes.names()).isEmpty();
        assertThat(recipes.issues()).hasSize(1);
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> recipes.require("dense"))
                .withMessageContaining(one.path().toString())
                .withMessageContaining(two.path().toString())
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.PLUGIN));
    }

    @Test
    void whatCanNotBeReadIsAnIssueAndTheRestStaysUsable() throws IOException {
        PluginFolder plugin = plugin("one")
                .file(INDEX, "dense\nmissing\n../../escape\nlarge\n")
                .file(RECIPES + "dense.yaml", "")
                .file(RECIPES + "large.yaml", "#".repeat((1 << 20) + 1));

        Recipes recipes = discover(plugin);

        assertThat(recipes.names()).containsExactly("dense");
        assertThat(recipes.issues())
                .extracting(PluginIssue::subject)
                .containsExactly("missing", "../../escape", "large");
    }

    @Test
    void anUnknownNameListsWhatThereIs() throws IOException {
        Recipes recipes = discover(plugin("one").file(INDEX, "dense").file(RECIPES + "dense.yaml", ""));

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> recipes.require("dence"))
                .withMessageContaining("allowed: dense; did you mean 'dense'?")
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.USER));
    }
}
