package dev.diabolo.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gathers the recipes that class loaders offer. */
final class RecipeDiscovery {
    static final String REMOVE_ONE = "remove one of the plugins";
    private static final String INDEX = "META-INF/diabolo/recipes.index";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String TELL_THE_AUTHOR = "report it to the author of the plugin";

    /** A recipe is a page of text; the bound keeps a broken jar from filling the memory. */
    private static final int LARGEST_RECIPE = 1 << 20;

    private final Map<String, List<Recipe>> byName = new TreeMap<>();
    private final List<PluginIssue> issues = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    static Recipes discover(Collection<ClassLoader> loaders) {
        RecipeDiscovery discovery = new RecipeDiscovery();
        loaders.forEach(discovery::scan);
        discovery.reportDuplicates();
        return new Recipes(discovery.byName, discovery.issues);
    }

    private void scan(ClassLoader loader) {
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                if (seen.add(index.toString())) {
                    scan(index);
                }
            }
        } catch (IOException unreadable) {
            issue(INDEX, loader.toString(), "the recipes can't be listed: " + unreadable, TELL_THE_AUTHOR);
        }
    }

    private void scan(URL index) {
        String source = PluginSource.of(index, INDEX);
        List<String> names;
        try {
            names = ServiceFiles.lines(index);
        } catch (IOException | RuntimeException unreadable) {
            issue(INDEX, source, "the index can't be read: " + unreadable, TELL_THE_AUTHOR);
            return;
        }
        names.stream().distinct().forEach(name -> read(name, index, source));
    }

    private void read(String name, URL index, String source) {
        if (!NAME.matcher(name).matches()) {
            issue(name, source, "this is not a recipe's name", "use lower-case letters, digits and hyphens");
            return;
        }
        try {
            URL location = new URL(index, "recipes/" + name + ".yaml");
            Recipe recipe = new Recipe(name, source, location, text(location));
            byName.computeIfAbsent(name, absent -> new ArrayList<>()).add(recipe);
        } catch (IOException unreadable) {
            issue(
                    name,
                    source,
                    "the index lists it, but META-INF/diabolo/recipes/" + name + ".yaml can't be read: " + unreadable,
                    TELL_THE_AUTHOR);
        }
    }

    private static String text(URL location) throws IOException {
        URLConnection connection = location.openConnection();
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            byte[] bytes = stream.readNBytes(LARGEST_RECIPE + 1);
            if (bytes.length > LARGEST_RECIPE) {
                throw new IOException("it is larger than " + LARGEST_RECIPE + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new IOException("it is not UTF-8", notText);
        }
    }

    private void reportDuplicates() {
        byName.forEach((name, recipes) -> {
            if (recipes.size() > 1) {
                issue(
                        name,
                        recipes.stream().map(Recipe::source).collect(Collectors.joining(", ")),
                        "more than one plugin ships a recipe of this name",
                        REMOVE_ONE);
            }
        });
    }

    private void issue(String name, String source, String cause, String remedy) {
        issues.add(new PluginIssue("recipe", name, source, cause, remedy));
    }
}
