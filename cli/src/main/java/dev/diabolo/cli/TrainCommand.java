package dev.diabolo.cli;

import dev.diabolo.Diabolo;
import dev.diabolo.EarlyStoppingOptions;
import dev.diabolo.Training;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            "  diabolo train ae --data photos --set data.resize=32x32 --set data.colour=grey",
            "  diabolo train cvae --data people.csv --condition age,sex"
        })
final class TrainCommand implements Callable<Integer> {
    private static final String DEFAULT_SOURCE = "digits";

    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RECIPE",
            description = "A recipe; see 'diabolo recipes list'.")
    private @Nullable String recipe;

    @Option(
            names = "--resume",
            paramLabel = "PATH",
            description =
                    "Goes on with the run whose results go to that directory and that was interrupted, or with that checkpoint: same recipe, settings and data. It ends as if it had not been interrupted.")
    private @Nullable Path interrupted;

    @Option(
            names = "--data",
            paramLabel = "SOURCE",
            description =
                    "What to learn from, as --set data.source=SOURCE; digits, which are built in, by default. See 'diabolo data list'.")
    private @Nullable String source;

    @Option(
            names = "--condition",
            paramLabel = "COLUMNS",
            description =
                    "Columns of a table that encoder and decoder are given, and that are no values of an example: numbers, or names of"
                            + " categories; as --set data.reader=table --set data.condition=COLUMNS.")
    private @Nullable String condition;

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

    @Option(
            names = "--checkpoint",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How often the state of the run is saved, so that it can be resumed; 0 for never, not even where it is stopped; ${DEFAULT-VALUE} by default. It is deleted when the run is over.")
    private int checkpointSeconds;

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
            Training training = interrupted == null ? training(diabolo) : resumed(diabolo, interrupted);
            training.warnings().forEach(warning -> console.message("warning: " + warning));
            try (RunDirectory run = RunDirectory.prepare(directory(training), force)) {
                Dataset data = training.data(DEFAULT_SOURCE);
                training.warnings(data).forEach(warning -> console.message("warning: " + warning));
                return train(training, data, run);
            }
        }
    }

    private Path directory(Training training) {
        if (interrupted != null) {
            Path parent = interrupted.toAbsolutePath().getParent();
            return Files.isRegularFile(interrupted) && parent != null ? parent : interrupted;
        }
        return directory != null ? directory : Path.of("runs", training.recipe());
    }

    /** The run that was interrupted; what is given with it must not change it. */
    private Training resumed(Diabolo diabolo, Path from) {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("RECIPE", recipe != null);
        given.put("--out", directory != null);
        given.put("--config", !files.isEmpty());
        given.put("--condition", condition != null);
        given.put("--epochs", epochs != null);
        given.put("--batch", batch != null);
        given.put("--seed", seed != null);
        List<String> refused = given.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        if (!refused.isEmpty()) {
            throw DiaboloException.user(
                    "resume.settings",
                    Problem.of("a run that goes on keeps its recipe and its settings")
                            .at(String.join(", ", refused))
                            .allowed("--resume DIRECTORY with --data and --workers")
                            .remedy("leave the others out, or train anew"));
        }
        Path checkpoint = Files.isRegularFile(from) ? from : RunDirectory.checkpoint(from);
        if (!Files.exists(checkpoint)) {
            throw DiaboloException.user(
                    "resume.nothing",
                    Problem.of("there is no run here that was interrupted: no " + checkpoint.getFileName())
                            .at(from.toString())
                            .remedy(
                                    "name the directory that was --out of the run; one that came to its end has nothing left to do"));
        }
        Training training = diabolo.resume(checkpoint);
        assignments.forEach(training::set);
        option(training, "--data", "data.source", source);
        option(training, "--workers", "workers", workers);
        return training;
    }

    private int train(Training training, Dataset data, RunDirectory run) {
        try (TrainingProgress progress = new TrainingProgress(console);
                Interrupts interrupts = new Interrupts(console)) {
            training.stopWhen(interrupts::requested);
            if (checkpointSeconds > 0) {
                if (interrupted == null) {
                    run.keepCheckpoint()
                            .ifPresent(older -> console.message(
                                    "a run was interrupted here; it can go on with: diabolo train --resume " + older));
                }
                training.checkpoints(run.checkpoint(), Duration.ofSeconds(checkpointSeconds));
            }
            if (!output.quiet) {
                training.listener(progress);
                console.message((interrupted == null ? "recipe " : "resumed: recipe ") + training.recipe() + ", data "
                        + data.name() + ": " + Count.of(data.train().size(), "example") + " of " + data.spec());
            }
            TrainingResult result = training.run(data);
            progress.close();
            try {
                finish(training.recipe(), result, data, run);
            } finally {
                deleteCheckpoints(result, run);
            }
            return result.stopped() ? interrupts.exitCode() : 0;
        }
    }

    /** Those of this run, when it is over: saved by it, or what it went on from. */
    private void deleteCheckpoints(TrainingResult result, RunDirectory run) {
        if (result.stopped()) {
            return;
        }
        if (checkpointSeconds > 0) {
            RunDirectory.delete(run.checkpoint());
        }
        if (interrupted != null) {
            RunDirectory.delete(Files.isRegularFile(interrupted) ? interrupted : run.checkpoint());
        }
    }

    /** Saves what is worth it, tells of it, and fails where the run did. */
    private void finish(String trained, TrainingResult result, Dataset data, RunDirectory run) {
        boolean diverged = result.failure().isPresent();
        if (result.steps() == 0 || diverged && result.bestEpoch() == 0) {
            console.message((diverged ? "diverged in the first epoch" : "stopped before the first step")
                    + "; there is no model to save");
        } else {
            save(trained, result, data, run);
        }
        result.failure().ifPresent(failure -> {
            throw failure;
        });
    }

    private void save(String trained, TrainingResult result, Dataset data, RunDirectory run) {
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
            if (Files.exists(run.checkpoint())) {
                console.message("go on with: diabolo train --resume " + run.directory());
            }
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
            console.json(TrainingReport.json(trained, result, run.model()));
            return;
        }
        console.print("model    " + run.model());
        if (picture.isPresent()) {
            console.print("picture  " + run.picture() + "  (" + picture.get().legend() + ")");
        }
    }

    private Training training(Diabolo diabolo) {
        if (recipe == null) {
            throw DiaboloException.user(
                    "train.no-recipe",
                    Problem.of("no recipe is named")
                            .at("RECIPE")
                            .remedy("name one, as in 'diabolo train ae'; 'diabolo recipes list' shows them all"));
        }
        Training training = diabolo.training(recipe);
        files.forEach(training::configuration);
        requireDistinct();
        assignments.forEach(training::set);
        option(training, "--data", "data.source", source);
        option(training, "--condition", "data.condition", condition);
        option(training, "--condition", "data.reader", condition == null ? null : "table");
        option(training, "--epochs", "epochs", epochs);
        option(training, "--batch", "batch", batch);
        option(training, "--seed", "seed", seed);
        option(training, "--workers", "workers", workers);
        return training;
    }

    /** A setting given twice on one command line is a slip; which of the two was meant cannot be known. */
    private void requireDistinct() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        given.put("data.source", source == null ? null : "--data " + source);
        given.put("data.condition", condition == null ? null : "--condition " + condition);
        given.put("data.reader", condition == null ? null : "--condition " + condition);
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

    private static void option(Training training, String option, String key, @Nullable String value) {
        if (value != null) {
            training.setAt(key + "=" + value, option);
        }
    }
}
