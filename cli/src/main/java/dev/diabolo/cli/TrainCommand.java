package dev.diabolo.cli;

import dev.diabolo.Diabolo;
import dev.diabolo.EarlyStoppingOptions;
import dev.diabolo.Training;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Ending;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a model by a recipe, and saves it with a picture of reconstructions.",
        footer = {
            "",
            "Settings are layered: recipe < --config files < environment (DIABOLO_ENCODER_HIDDEN=64) < --set.",
            "'diabolo recipes describe NAME' lists them all.",
            "",
            "Example:",
            "  diabolo train ae --data mnist --set encoder.hidden=128,64 --epochs 5",
            "  diabolo train ae --data photos --set data.resize=32x32 --set data.colour=grey"
        })
final class TrainCommand implements Callable<Integer> {
    private static final String DEFAULT_SOURCE = "digits";

    private final Console console;

    @Parameters(index = "0", paramLabel = "RECIPE", description = "A recipe; see 'diabolo recipes list'.")
    private String recipe = "";

    @Option(
            names = "--data",
            paramLabel = "SOURCE",
            description =
                    "What to learn from, as --set data.source=SOURCE; digits, which are built in, by default. See 'diabolo data list'.")
    private @Nullable String source;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Changes a setting; may be repeated.")
    private List<String> assignments = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A YAML, JSON or properties file of settings; may be repeated.")
    private List<Path> files = List.of();

    @Option(names = "--epochs", description = "Passes over the data; as --set epochs=N.")
    private @Nullable String epochs;

    @Option(names = "--batch", description = "Examples in a step, or full for all; as --set batch=N.")
    private @Nullable String batch;

    @Option(names = "--seed", description = "Of all randomness; as --set seed=N.")
    private @Nullable String seed;

    @Option(names = "--workers", description = "Threads; as --set workers=N. Results do not depend on it.")
    private @Nullable String workers;

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            description =
                    "Where results go; runs/RECIPE by default. A model that is there already is kept as model.1.dbl, model.2.dbl and so on, so that nothing is lost.")
    private @Nullable Path directory;

    @Option(names = "--force", description = "Replace a model that is already there, and keep no copy.")
    private boolean force;

    @Mixin
    private OutputOptions output = new OutputOptions();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Diabolo diabolo = Host.open(console, output.quiet)) {
            Training training = training(diabolo);
            training.warnings().forEach(warning -> console.message("warning: " + warning));
            Path out = directory != null ? directory : Path.of("runs", recipe);
            try (RunDirectory run = RunDirectory.prepare(out, force)) {
                Dataset data = training.data(DEFAULT_SOURCE);
                training.warnings(data).forEach(warning -> console.message("warning: " + warning));
                return train(training, data, run);
            }
        }
    }

    private int train(Training training, Dataset data, RunDirectory run) {
        try (TrainingProgress progress = new TrainingProgress(console);
                Interrupts interrupts = new Interrupts(console)) {
            training.stopWhen(interrupts::requested);
            if (!output.quiet) {
                training.listener(progress);
                console.message("recipe " + recipe + ", data " + data.name() + ": "
                        + Count.of(data.train().size(), "example") + " of " + data.spec());
            }
            TrainingResult result = training.run(data);
            progress.close();
            finish(result, data, run);
            return result.stopped() ? interrupts.exitCode() : 0;
        }
    }

    /** Saves what is worth it, tells of it, and fails where the run did. */
    private void finish(TrainingResult result, Dataset data, RunDirectory run) {
        boolean diverged = result.failure().isPresent();
        if (result.steps() == 0 || diverged && result.bestEpoch() == 0) {
            console.message((diverged ? "diverged in the first epoch" : "stopped before the first step")
                    + "; there is no model to save");
        } else {
            save(result, data, run);
        }
        result.failure().ifPresent(failure -> {
            throw failure;
        });
    }

    private void save(TrainingResult result, Dataset data, RunDirectory run) {
        Optional<Picture> picture = Pictures.of(result.model(), data.testOrTrain());
        Optional<Path> older = run.alone(() -> {
            RunDirectory.Kept kept = run.keepOlder();
            result.model().save(run.model());
            run.replacePicture(picture);
            return kept.unlessSameAs(run.model());
        });
        if (result.stopped()) {
            console.message(
                    result.bestEpoch() == 0
                            ? "stopped in the first epoch; the model is saved as it is now"
                            : "stopped; the best model so far, of epoch " + result.bestEpoch() + ", is saved");
        }
        if (result.ending() == Ending.CONVERGED && !output.quiet) {
            EarlyStoppingOptions early = result.options().earlyStopping();
            console.message("ended after epoch " + result.epochs().size() + " of "
                    + result.options().epochs() + ": no better for "
                    + (early.patience() == 1 ? "an epoch" : early.patience() + " epochs in a row")
                    + (early.tolerance() == 0 ? "" : ", within a tolerance of " + early.tolerance()));
        }
        if (!output.quiet) {
            result.best().ifPresent(best -> console.message("best epoch " + best.epoch()));
            older.ifPresent(path -> console.message("the model that was there before is now " + path));
        }
        if (output.json) {
            console.json(TrainingReport.json(recipe, result, run.model()));
            return;
        }
        console.print("model    " + run.model());
        if (picture.isPresent()) {
            console.print("picture  " + run.picture() + "  (" + picture.get().legend() + ")");
        }
    }

    private Training training(Diabolo diabolo) {
        Training training = diabolo.training(recipe);
        files.forEach(training::configuration);
        requireDistinct();
        assignments.forEach(training::set);
        option(training, "data.source", source);
        option(training, "epochs", epochs);
        option(training, "batch", batch);
        option(training, "seed", seed);
        option(training, "workers", workers);
        return training;
    }

    /** A setting given twice on one command line is a slip; which of the two was meant cannot be known. */
    private void requireDistinct() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        given.put("data.source", source == null ? null : "--data " + source);
        given.put("epochs", epochs == null ? null : "--epochs " + epochs);
        given.put("batch", batch == null ? null : "--batch " + batch);
        given.put("seed", seed == null ? null : "--seed " + seed);
        given.put("workers", workers == null ? null : "--workers " + workers);
        for (String assignment : assignments) {
            String key = assignment.split("=", 2)[0].strip();
            String earlier = given.put(key, "--set " + assignment);
            if (earlier != null) {
                throw DiaboloException.user(
                        "option.twice",
                        Problem.of("the setting is given twice: " + earlier + " and --set " + assignment)
                                .at(key)
                                .remedy("keep one of them"));
            }
        }
    }

    private static void option(Training training, String key, @Nullable String value) {
        if (value != null) {
            training.set(key + "=" + value);
        }
    }
}
