package dev.diabolo;

import dev.diabolo.spi.data.Examples;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run learns from and is judged by, as the engine takes them: with the labels that the run is told.
 *
 * @param train what it learns from
 * @param validation what it is judged by while learning
 */
record LabelledSplit(Examples train, Optional<Examples> validation) {
    static LabelledSplit of(
            Optional<Classes> classes, RunOptions options, Examples train, Optional<Examples> validation) {
        if (classes.isEmpty()) {
            return new LabelledSplit(train, validation);
        }
        Labelling labelling = new Labelling(classes, OptionalInt.empty());
        // Where labels are scarce, none is spent on choosing the best epoch.
        boolean scarce = options.labels().known() > 0;
        return new LabelledSplit(
                new KnownLabels(train, labelling).rows(options.labels(), options.seed()),
                validation.map(held -> scarce ? labelling.unlabelled(held) : labelling.of(held)));
    }
}
