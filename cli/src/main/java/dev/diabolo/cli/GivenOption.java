package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a model that is conditioned on labels or columns is given. */
final class GivenOption {
    private static final String LABEL = "label";

    @Option(
            names = "--label",
            paramLabel = "L",
            description =
                    "Of models that are conditioned on labels: the label of all that is encoded or decoded. Of others that know classes, "
                            + "generate draws codes of this one: a label, or the number of a cluster.")
    private @Nullable Integer label;

    @Option(
            names = "--given",
            paramLabel = "COLUMN=VALUE",
            description =
                    "Of models that are conditioned on columns: what all that is encoded or decoded has in each, a number or the name of a"
                            + " category, as in --given age=40,sex=f; may be repeated. What has a comma in it stands in quotes, as"
                            + " in CSV: --given 'city=\"Paris, France\"'. What is not given, tables have as columns.")
    private List<String> columns = List.of();

    /** The model, for what was given, to encode data or decode codes that are there. */
    Autoencoder conditioned(Autoencoder model) {
        if (namesLabel(values()) && !model.isLabelConditional()) {
            throw DiaboloException.user(
                    "option.in-vain",
                    Problem.of("this model is not conditioned on labels, and encodes and decodes whatever the label")
                            .at(label != null ? "--label" : "--given label")
                            .remedy("leave it out, or train with labels.use=condition"));
        }
        return given(model);
    }

    private Map<String, String> values() {
        return GivenValues.of(columns);
    }

    private boolean namesLabel(Map<String, String> values) {
        return label != null || values.containsKey(LABEL);
    }

    /** The model, for what was given. */
    Autoencoder given(Autoencoder model) {
        Map<String, Object> values = new LinkedHashMap<>(values());
        if (label != null && values.put(LABEL, label) != null) {
            throw DiaboloException.user(
                    "option.twice",
                    Problem.of("the label is given twice")
                            .at("--label, --given")
                            .remedy("keep one of them"));
        }
        return values.isEmpty() ? model : model.given(values);
    }

    /** The model, for each label or cluster in turn. */
    List<Autoencoder> each(Autoencoder model) {
        boolean one = namesLabel(values());
        if (one || model.givable().isEmpty()) {
            throw DiaboloException.user(
                    "option.in-vain",
                    Problem.of(one ? "one label is named as well" : "this model knows no labels and no clusters")
                            .at("--each-label")
                            .remedy(one ? "leave one of the two out" : "leave it out"));
        }
        return model.givable().stream().map(model::given).toList();
    }
}
