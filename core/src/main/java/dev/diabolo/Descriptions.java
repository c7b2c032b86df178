package dev.diabolo;

import dev.diabolo.data.DataSummary;
import dev.diabolo.options.Condition;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.plugin.ComponentEntry;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import java.util.List;

/** Tells users what components, options and data are. */
final class Descriptions {
    private Descriptions() {}

    static PluginDescription of(ComponentEntry<?> entry) {
        return new PluginDescription(
                entry.kind().name(),
                entry.id().toString(),
                entry.summary(),
                entry.version(),
                entry.source(),
                of(entry.schema()));
    }

    static List<OptionDescription> of(OptionSchema schema) {
        return schema.fields().stream()
                .map(field -> new OptionDescription(
                        field.key(),
                        field.help(),
                        field.allowed(),
                        field.defaultText(),
                        field.unit(),
                        field.when().map(Condition::describe).orElse("")))
                .toList();
    }

    /** Reads a data set once. */
    static DataDescription of(Dataset data) {
        return new DataDescription(
                data.name(), data.origin(), part(data.train()), data.test().map(Descriptions::part));
    }

    private static DataDescription.Part part(Examples examples) {
        DataSummary summary = DataSummary.of(examples);
        return new DataDescription.Part(
                summary.count(),
                summary.spec().toString(),
                summary.min(),
                summary.max(),
                summary.mean(),
                summary.standardDeviation(),
                summary.classCounts());
    }
}
