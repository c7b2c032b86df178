package dev.diabolo;

import java.util.List;

/**
 * One component that is installed.
 *
 * @param kind the section that it may be the type of: {@code encoder}
 * @param id {@code vanilla.dense}
 * @param summary one sentence
 * @param version of the plugin
 * @param source the jar or directory that it came from
 * @param options its settings
 */
public record PluginDescription(
        String kind, String id, String summary, String version, String source, List<OptionDescription> options) {
    public PluginDescription {
        options = List.copyOf(options);
    }
}
