package dev.diabolo.plugin;

import dev.diabolo.options.NearestName;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The recipes that there are. An immutable value.
 *
 * <p>A plugin lists its recipes by name, one a line, in {@code META-INF/diabolo/recipes.index}, and has each as
 * {@code META-INF/diabolo/recipes/NAME.yaml} beside it: a class path has no means to list a folder.
 */
public final class Recipes {
    private final SortedMap<String, List<Recipe>> byName;
    private final List<PluginIssue> issues;

    Recipes(Map<String, List<Recipe>> byName, List<PluginIssue> issues) {
        this.byName = new TreeMap<>(byName);
        this.issues = List.copyOf(issues);
    }

    /** Finds every recipe that a class loader offers. One that can't be read becomes an issue. */
    public static Recipes discover(ClassLoader loader) {
        return RecipeDiscovery.discover(List.of(loader));
    }

    /** Finds every recipe that any of the class loaders offers; one that several offer counts once. */
    public static Recipes discover(Collection<ClassLoader> loaders) {
        return RecipeDiscovery.discover(loaders);
    }

    /** The usable recipes, by name. */
    public List<Recipe> all() {
        return byName.values().stream()
                .filter(recipes -> recipes.size() == 1)
                .map(recipes -> recipes.get(0))
                .toList();
    }

    /** The names of the usable recipes, sorted. */
    public List<String> names() {
        return all().stream().map(Recipe::name).toList();
    }

    /** What can't be used, and why. */
    public List<PluginIssue> issues() {
        return issues;
    }

    /**
     * The recipe of a name.
     *
     * @throws DiaboloException (USER, {@code recipe.unknown}) listing near and available names; (PLUGIN,
     *     {@code plugin.duplicate-recipe}) where several plugins ship one of that name
     */
    public Recipe require(String name) {
        List<Recipe> recipes = Optional.ofNullable(byName.get(name)).orElseThrow(() -> unknown(name));
        if (recipes.size() > 1) {
            String places = recipes.stream().map(Recipe::source).collect(Collectors.joining("; "));
            throw DiaboloException.plugin(
                    "plugin.duplicate-recipe",
                    Problem.of("more than one plugin ships a recipe '" + name + "': " + places)
                            .remedy(RecipeDiscovery.REMOVE_ONE));
        }
        return recipes.get(0);
    }

    private DiaboloException unknown(String name) {
        String broken = issues.stream()
                .map(issue -> issue.subject() + " (" + issue.cause() + ")")
                .collect(Collectors.joining(", "));
        return DiaboloException.user(
                "recipe.unknown",
                Problem.of("there is no recipe '" + name + "'"
                                + (broken.isEmpty() ? "" : " (these can't be used: " + broken + ")"))
                        .allowed(names().isEmpty() ? "no recipe is installed" : String.join(", ", names()))
                        .remedy(NearestName.remedy(name, names())));
    }
}
