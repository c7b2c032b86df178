package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The label that a model which is conditioned on labels is given. */
final class LabelOption {
    @Option(
            names = "--label",
            paramLabel = "L",
            description = "Of models that are conditioned on labels: the label of all that is encoded or decoded.")
    private @Nullable Integer label;

    /** The model, for this label where one was named. */
    Autoencoder given(Autoencoder model) {
        return label == null ? model : model.given(label);
    }
}
