package dev.diabolo;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.option.Option;

/** Settings of a training run that belong to no component; a {@code batch} of 0 is one of all examples. */
public record RunOptions(
        @Option(help = "passes over the training data", defaultValue = "10", min = 1, max = 1_000_000)
        int epochs,

        @Option(
                help = "examples in a training step; full for all of them",
                defaultValue = "128",
                min = 1,
                max = 10_000_000,
                word = "full=0")
        int batch,

        @Option(help = "of all randomness: first weights, order of the examples, noise", defaultValue = "1")
        long seed,

        @Option(
                help = "threads that train; 0 for as many as there are cores; results do not depend on it",
                defaultValue = "0",
                min = 0,
                max = 1024)
        int workers,

        @Option(
                help = "share of the training data held out to measure each epoch and choose the best; 0 for none",
                defaultValue = "0.05",
                min = 0,
                max = 0.9)
        double validation,

        @Option(help = "when training ends before its last epoch")
        EarlyStoppingOptions earlyStopping,

        @Option(help = "what is made of labels") LabelOptions labels) {
    /** Those of a run that sets nothing. */
    static RunOptions defaults() {
        return (RunOptions) OptionSchema.of(RunOptions.class).defaults();
    }

    /** The examples in a training step, where there are so many in all. */
    int batchOf(int examples) {
        return batch == 0 ? examples : batch;
    }

    int threads() {
        return threads(workers);
    }

    /** Of as many workers; 0 for as many as there are cores. */
    static int threads(int workers) {
        return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    }
}
