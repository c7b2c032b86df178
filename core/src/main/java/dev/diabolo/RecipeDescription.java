package dev.diabolo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One recipe that is installed.
 *
 * @param name what {@code train} takes
 * @param summary one sentence
 * @param source the jar or directory that it came from
 * @param variables the recipe's own settings, such as {@code latent}, and their values
 * @param settings every setting and its value, defaults included
 */
public record RecipeDescription(
        String name, String summary, String source, Map<String, Object> variables, Map<String, Object> settings) {
    public RecipeDescription {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
