package dev.diabolo.cli;

import dev.diabolo.Diabolo;
import dev.diabolo.Training;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "  diabolo train ae --data mnist --set encoder.hidden=128,64 --set latent=32 --epochs 5"
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "RECIPE", description = "A recipe; see 'diabolo recipes list'.")
    private String recipe = "";

    @Option(
            names = "--data",
            paramLabel = "SOURCE",
            defaultValue = "digits",
            description = "What to learn from; digits, which are built in, by default. See 'diabolo data list'.")
    private String source = "";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Changes a setting; may be repeated.")
    private List<String> assignments = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A YAML, JSON or properties file of settings; may be repeated.")
    private List<Path> files = List.of();

    @Option(names = "--epochs", description = "Passes over the data; as --set epochs=N.")
    private @Nullable String epochs;

    @Option(names = "--batch", description = "Examples in a step; as --set batch=N.")
    private @Nullable String batch;

    @Option(names = "--seed", description = "Of all randomness; as --set seed=N.")
    private @Nullable String seed;

    @Option(names = "--workers", description = "Threads; as --set workers=N. Results do not depend on it.")
    private @Nullable String workers;

    @Option(names = "--out", paramLabel = "DIRECTORY", description = "Where results go; runs/RECIPE by default.")
    private @Nullable Path directory;

    @Option(names = "--force", description = "Replace a model that is already in the output directory.")
    private boolean force;

    @Mixin
    private OutputOptions output = new OutputOptions();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Interrupts interrupts = new Interrupts();
        try (Diabolo diabolo = Host.open(console, output.quiet);
                TrainingProgress progress = new TrainingProgress(console)) {
            Training training = training(diabolo).stopWhen(interrupts::requested);
            training.warnings().forEach(warning -> console.message("warning: " + warning));
            RunDirectory run = RunDirectory.prepare(
                    directory != null ? directory : Path.of("runs", recipe), force, directory == null);
            Dataset data = diabolo.data(source);
            if (!output.quiet) {
                training.listener(progress);
                console.message("recipe " + recipe + ", data " + data.name() + ": "
                        + data.train().size() + " examples of " + data.spec());
            }
            interrupts.listen();
            TrainingResult result = training.run(data);
            progress.close();
            result.model().save(run.model());
            Pictures.reconstructions(result.model(), data.testOrTrain()).ifPresent(grid -> grid.write(run.picture()));
            report(result, run, data);
            result.failure().ifPresent(failure -> {
                throw failure;
            });
            return result.stopped() ? Interrupts.EXIT_CODE : 0;
        } finally {
            interrupts.finished();
        }
    }

    private Training training(Diabolo diabolo) {
        Training training = diabolo.training(recipe);
        files.forEach(training::configuration);
        assignments.forEach(training::set);
        option(training, "epochs", epochs);
        option(training, "batch", batch);
        option(training, "seed", seed);
        option(training, "workers", workers);
        return training;
    }

    private static void option(Training training, String key, @Nullable String value) {
        if (value != null) {
            training.set(key, value);
        }
    }

    private void report(TrainingResult result, RunDirectory run, Dataset data) {
        if (output.json) {
            console.json(json(result, run));
            return;
        }
        if (result.stopped()) {
            console.message("stopped; the best model so far is kept");
        }
        result.best().ifPresent(best -> console.message("best epoch " + best.epoch()));
        console.print("model    " + run.model());
        if (Files.exists(run.picture())) {
            console.print("picture  " + run.picture() + "  (originals above reconstructions)");
        }
    }

    private Map<String, Object> json(TrainingResult result, RunDirectory run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", run.model().toString());
        json.put("recipe", recipe);
        json.put("epochs", result.epochs().size());
        json.put("bestEpoch", result.bestEpoch());
        json.put("steps", result.steps());
        json.put("seconds", result.seconds());
        json.put(
                "samplesPerSecond",
                result.epochs().stream()
                        .mapToDouble(EpochReport::samplesPerSecond)
                        .average()
                        .orElse(0));
        result.best().ifPresent(best -> {
            json.put("train", Map.of("loss", best.loss(), "terms", best.terms()));
            best.validation().ifPresent(validation -> json.put("validation", validation(validation)));
        });
        json.put("stopped", result.stopped());
        return json;
    }

    private static Map<String, Object> validation(EvaluationReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("loss", report.loss());
        json.put("terms", report.terms());
        json.put("mse", report.mse());
        return json;
    }

    /** Where the results of one run go. */
    private record RunDirectory(Path model, Path picture) {
        /** Makes the directory and sees that it can be written to, before hours of training are spent. */
        static RunDirectory prepare(Path directory, boolean force, boolean byDefault) {
            Path model = directory.resolve("model.dbl");
            if (Files.exists(model) && !force && !byDefault) {
                throw DiaboloException.user(
                        "output.exists",
                        Problem.of("there is a model already")
                                .at(model.toString())
                                .remedy("choose another --out, or add --force to replace it"));
            }
            try {
                Files.createDirectories(directory);
                Files.delete(Files.createTempFile(directory, ".writable", ".tmp"));
            } catch (IOException e) {
                throw DiaboloException.resource(
                        "output.not-writable",
                        Problem.of("the output directory cannot be written to (" + e.getMessage() + ")")
                                .at(directory.toString())
                                .remedy("choose another with --out"),
                        e);
            }
            return new RunDirectory(model, directory.resolve("reconstructions.png"));
        }
    }
}
