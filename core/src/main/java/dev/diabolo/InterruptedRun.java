package dev.diabolo;

import dev.diabolo.config.Layer;
import dev.diabolo.config.RunConfiguration;
import dev.diabolo.engine.RunState;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.data.Reading;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A run that was interrupted, and is to go on.
 *
 * @param file where its state was saved
 */
record InterruptedRun(Path file, ModelArchive.Content content) {
    /** Results do not depend on it. */
    private static final String WORKERS = "workers";

    String recipe() {
        return content.document().recipe();
    }

    /** Every setting that it had. */
    Layer settings() {
        return Layer.values(file.toString(), content.document().options());
    }

    /** What it learnt from, as the user named it. */
    String source() {
        return content.document().provenance().source();
    }

    Optional<Reading> reading() {
        return Optional.ofNullable(content.document().data().reading());
    }

    /**
     * Its state, for a run that goes on.
     *
     * @param document of the run that goes on
     * @throws DiaboloException (USER) where that has other settings, components or data
     */
    RunState state(ModelDocument document) {
        ModelDocument before = content.document();
        if (!before.provenance().fingerprint().equals(document.provenance().fingerprint())) {
            throw DiaboloException.user(
                    "training.other-data",
                    Problem.of("the data are not those that the interrupted run learnt from")
                            .at(document.provenance().source())
                            .allowed(before.provenance().examples() + " training examples of '" + source()
                                    + "', with the same values in the same order")
                            .remedy("name the same data with --data, or train anew"));
        }
        // What columns are called is no concern of a run, and older checkpoints do not say it.
        if (!before.data().named(null).equals(document.data().named(null))) {
            throw DiaboloException.user(
                    "training.other-data",
                    Problem.of("the data have another shape, range or other labels than those of the interrupted run")
                            .at(document.provenance().source())
                            .remedy("name the same data with --data, or train anew"));
        }
        if (!before.components().equals(document.components())) {
            throw DiaboloException.user(
                    "training.other-plugins",
                    Problem.of("the interrupted run had components " + before.components() + ", and here are "
                                    + document.components())
                            .remedy("install the same versions of the plugins, or train anew"));
        }
        return new RunState(content.state(), content.parameters());
    }

    /** Refuses settings that differ from those that it had. */
    void requireSame(RunConfiguration<?> configuration) {
        Map<String, Object> before = new LinkedHashMap<>(content.document().options());
        Map<String, Object> now = new LinkedHashMap<>(configuration.effective());
        before.remove(WORKERS);
        now.remove(WORKERS);
        List<String> changed = new ArrayList<>();
        now.forEach((key, value) -> {
            if (!Objects.equals(text(before.get(key)), text(value))) {
                changed.add(key);
            }
        });
        if (!changed.isEmpty()) {
            throw DiaboloException.user(
                    "training.other-settings",
                    Problem.of("a run that goes on cannot have other settings than before: "
                                    + String.join(", ", changed))
                            .at(file.toString())
                            .allowed(WORKERS)
                            .remedy("leave them out, or train anew"));
        }
    }

    /** JSON has one kind of whole numbers, Java has two. */
    private static String text(Object value) {
        return String.valueOf(value);
    }
}
