package dev.diabolo;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run learns from and is judged by, as the engine takes them: with the labels that the run is told.
 *
 * @param train what it learns from
 * @param validation what it is judged by while learning
 */
record LabelledSplit(Examples train, Optional<Examples> validation) {
    /** Few labels are of use where they are learnt: conditions are known of every example. */
    private static void requireUsed(LabelOptions options) {
        if (options.use() != LabelUse.LOSS && (options.known() > 0 || options.share() > 0)) {
            throw DiaboloException.user(
                    "labels.in-vain",
                    Problem.of("labels can be hidden or repeated where the loss learns from them alone")
                            .at(options.known() > 0 ? "labels.known" : "labels.share")
                            .remedy("leave it out, or set labels.use=loss with a loss that learns from labels"));
        }
    }

    static LabelledSplit of(
            Optional<Classes> classes, RunOptions options, Examples train, Optional<Examples> validation) {
        requireUsed(options.labels());
        if (classes.isEmpty()) {
            return new LabelledSplit(train, validation);
        }
        Labelling labelling = new Labelling(classes, OptionalInt.empty());
        // Where labels are scarce, none is spent on choosing the best epoch.
        boolean scarce = options.labels().known() > 0;
        return new LabelledSplit(
                new KnownLabels(train, labelling).rows(options.labels(), options.seed()),
                validation.map(held -> labelling.of(held, index -> !scarce)));
    }
}
