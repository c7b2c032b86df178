package dev.diabolo.plugin;

import dev.diabolo.spi.error.Problem;

/**
 * Why a component or recipe of a plugin can't be used.
 *
 * @param kind the kind of component, or {@code recipe}
 * @param subject the provider's class, or the recipe's name
 * @param source the jar or directory that it is in
 * @param cause what is wrong, one sentence without a final stop
 * @param remedy what to do
 */
public record PluginIssue(String kind, String subject, String source, String cause, String remedy) {
    /** The same, told as a problem. */
    public Problem problem() {
        return Problem.of(kind + " " + subject + " can't be used: " + cause)
                .at(source)
                .remedy(remedy);
    }
}
