package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The label that a model which is conditioned on labels is given. */
final class LabelOption {
    @Option(
            names = "--label",
            paramLabel = "L",
            description =
                    "Of models that are conditioned on labels: the label of all that is encoded or decoded. Of others that know classes, "
                            + "generate draws codes of this one: a label, or the number of a cluster.")
    private @Nullable Integer label;

    /** The model, for this label where one was named, to decode codes that are there. */
    Autoencoder conditioned(Autoencoder model) {
        if (label != null && !model.isConditional()) {
            throw DiaboloException.user(
                    "option.in-vain",
                    Problem.of("this model is not conditioned on labels, and decodes codes as they are")
                            .at("--label")
                            .remedy("leave it out, or train with labels.use=condition"));
        }
        return given(model);
    }

    /** The model, for this label where one was named. */
    Autoencoder given(Autoencoder model) {
        return label == null ? model : model.given(label);
    }

    /** The model, for each label or cluster in turn. */
    List<Autoencoder> each(Autoencoder model) {
        if (label != null || model.givable().isEmpty()) {
            throw DiaboloException.user(
                    "option.in-vain",
                    Problem.of(
                                    label != null
                                            ? "one label is named as well"
                                            : "this model knows no labels and no clusters")
                            .at("--each-label")
                            .remedy(label != null ? "leave one of the two out" : "leave it out"));
        }
        return model.givable().stream().map(model::given).toList();
    }
}
