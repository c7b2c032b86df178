package dev.diabolo;

import dev.diabolo.data.Splits;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Optional;

/**
 * What a run learns from and is judged by, as the engine takes them: with the labels that the run is told, and what it is conditioned on.
 *
 * @param train what it learns from
 * @param validation what it is judged by while learning
 * @param learntFrom how many of the data it learns from, each counted once
 */
record RunData(Examples train, Optional<Examples> validation, int learntFrom) {
    /**
     * Holds examples out, and hides labels, as the options say.
     *
     * @param scaled the data
     */
    static RunData of(Tails tails, RunOptions options, Examples scaled) {
        requireUsed(options.labels());
        if (options.validation() == 0 || scaled.size() == 1) {
            return of(tails, options, scaled, Optional.empty());
        }
        Splits.HeldOut split = Splits.holdOut(scaled, options.validation(), options.seed());
        return of(tails, options, split.train(), Optional.of(split.validation()));
    }

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

    private static RunData of(Tails tails, RunOptions options, Examples train, Optional<Examples> validation) {
        // Where labels are scarce, none is spent on choosing the best epoch.
        boolean scarce = options.labels().known() > 0;
        return new RunData(
                tails.known().isPresent()
                        ? new KnownLabels(train, tails).rows(options.labels(), options.seed())
                        : tails.rows(train),
                validation.map(held -> tails.rows(held, index -> !scarce)),
                train.size());
    }

    /** Of all: what a run learns from, and behind it what it is judged by. */
    String fingerprint() {
        return Fingerprint.of(train, validation);
    }
}
