package dev.diabolo;

import dev.diabolo.config.Assignment;
import dev.diabolo.config.DataSection;
import dev.diabolo.config.Layer;
import dev.diabolo.config.RunConfiguration;
import dev.diabolo.data.DataSettings;
import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Checkpoints;
import dev.diabolo.engine.EarlyStopping;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.engine.TrainingOutcome;
import dev.diabolo.engine.TrainingRun;
import dev.diabolo.engine.TrainingSettings;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.WarningReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A training run to be: a recipe, layered with files, environment and settings, each over the one before. For one thread;
 * may be run any number of times, and gives the same model each time.
 */
public final class Training {
    private static final String DATA_SOURCE = "source";

    private final Diabolo diabolo;
    private final String recipe;
    private final List<Path> files = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final Optional<InterruptedRun> interrupted;
    private Optional<CheckpointFile> checkpoints = Optional.empty();
    private TrainingListener listener = TrainingListener.NONE;
    private BooleanSupplier stopRequested = () -> false;

    Training(Diabolo diabolo, String recipe) {
        this.diabolo = diabolo;
        this.recipe = recipe;
        this.interrupted = Optional.empty();
    }

    Training(Diabolo diabolo, InterruptedRun interrupted) {
        this.diabolo = diabolo;
        this.recipe = interrupted.recipe();
        this.interrupted = Optional.of(interrupted);
    }

    /** The recipe that it trains by. */
    public String recipe() {
        return recipe;
    }

    /**
     * Saves the state of the run now and then, and where it is stopped, so that {@link Diabolo#resume} goes on from there. The file
     * stays when the run is over; it is some three times as large as the model.
     *
     * @param file replaced each time, whole or not at all
     * @param every the time between two states, at the least
     */
    public Training checkpoints(Path file, Duration every) {
        this.checkpoints = Optional.of(new CheckpointFile(file, every));
        return this;
    }

    /**
     * Changes one setting.
     *
     * @param key as in a configuration file, with dots: {@code encoder.hidden}
     * @param value a number, a text, a path, an enum, or a list of these
     */
    public Training set(String key, Object value) {
        assignments.add(new Assignment(key + "=" + text(value), "given"));
        return this;
    }

    private static String text(Object value) {
        // A path is an iterable of paths, without end.
        if (value instanceof Iterable<?> values && !(value instanceof Path)) {
            List<String> parts = new ArrayList<>();
            values.forEach(part -> parts.add(text(part)));
            return String.join(",", parts);
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
        return value.toString();
    }

    /** Changes one setting, written {@code key=value}. */
    public Training set(String assignment) {
        assignments.add(Assignment.set(assignment));
        return this;
    }

    /**
     * As {@link #set(String)}, of what was written elsewhere. Refuses nothing yet: what is wrong with it, {@link #describe},
     * {@link #train} and whatever else reads the settings refuse (USER), and name the origin.
     *
     * @param assignment {@code key=value}
     * @param origin what to call the place in messages, such as {@code --epochs}
     */
    public Training setAt(String assignment, String origin) {
        assignments.add(new Assignment(assignment, origin));
        return this;
    }

    /** Adds the settings of a YAML, JSON or properties file. */
    public Training configuration(Path file) {
        files.add(file);
        return this;
    }

    /** Passes over the data. */
    public Training epochs(int epochs) {
        return set("epochs", epochs);
    }

    /** Examples in a training step. */
    public Training batch(int batch) {
        return set("batch", batch);
    }

    /** All examples in each training step: full-batch training. */
    public Training fullBatch() {
        return set("batch", "full");
    }

    /** Of all randomness. */
    public Training seed(long seed) {
        return set("seed", seed);
    }

    /** Threads that train; 0 for as many as there are cores. Results do not depend on it. */
    public Training workers(int workers) {
        return set("workers", workers);
    }

    /** Follows the run. */
    public Training listener(TrainingListener follower) {
        this.listener = follower;
        return this;
    }

    /**
     * Asked before each step, on the training thread; true ends the run, which keeps the best model so far: before the end
     * of the first epoch, the model as it is then, and before the first step, one that has learnt nothing.
     */
    public Training stopWhen(BooleanSupplier requested) {
        this.stopRequested = requested;
        return this;
    }

    /** The recipe with every setting and its value, as this run would have them. */
    public RecipeDescription describe() {
        RunConfiguration<RunOptions> configuration = configure();
        return new RecipeDescription(
                recipe,
                configuration.summary(),
                diabolo.services().recipes().require(recipe).source(),
                configuration.variables(),
                configuration.effective());
    }

    /** What is understood but should be changed, such as former names of settings. */
    public List<String> warnings() {
        return configure().warnings();
    }

    /**
     * What should be looked at in data before it is learnt from: a single example, and columns of very different ranges.
     *
     * @param data as {@link #data} opens them
     */
    public List<String> warnings(Dataset data) {
        return new DataWarnings(data).all();
    }

    /**
     * Opens the data that the settings name as {@code data.source}, read as those below {@code data.} say.
     *
     * @param otherwise the reference to open where they name none
     * @throws DiaboloException (USER) where there is no such data set, its content is wrong, or a setting is, with all such
     *     problems at once
     */
    public Dataset data(String otherwise) {
        DataSection section = DataSection.of(layers());
        Map<String, Object> values = new LinkedHashMap<>(section.values());
        Object source = values.remove(DATA_SOURCE);
        return diabolo.services()
                .data()
                .open(
                        source == null ? interrupted.map(InterruptedRun::source).orElse(otherwise) : source.toString(),
                        new DataSettings(values, section.origins()),
                        interrupted.flatMap(InterruptedRun::reading));
    }

    private RunConfiguration<RunOptions> configure() {
        return diabolo.services()
                .configurer()
                .configure(DataSection.of(layers()).others(), RunOptions.class);
    }

    private List<Layer> layers() {
        var found = diabolo.services().recipes().require(recipe);
        List<Layer> layers = new ArrayList<>();
        if (interrupted.isPresent()) {
            layers.add(interrupted.get().settings());
            files.forEach(file -> layers.add(Layer.file(file)));
            layers.add(Layer.assignments(assignments));
            return layers;
        }
        layers.add(Layer.recipe(found.name(), found.source(), found.text()));
        files.forEach(file -> layers.add(Layer.file(file)));
        layers.add(Layer.environment(diabolo.environment()));
        layers.add(Layer.assignments(assignments));
        return layers;
    }

    /**
     * Trains on the data set's training examples.
     *
     * @throws DiaboloException (USER) for a bad setting, with all problems at once, or unsuitable data; (RUN) where training
     *     diverges
     */
    public Autoencoder train(Dataset data) {
        TrainingResult result = run(data);
        result.failure().ifPresent(failure -> {
            result.model().close();
            throw failure;
        });
        return result.model();
    }

    /** Trains, and tells how it went. Where training diverges, the result says so and has the best model before. */
    public TrainingResult run(Dataset data) {
        RunConfiguration<RunOptions> configuration = diabolo.models().selfContained(configure());
        interrupted.ifPresent(run -> run.requireSame(configuration));
        RunOptions options = configuration.root();
        ModelArchive.requireRoom(configuration.effective(), data.reading());
        Tails tails = tails(data.train(), options.labels().use());
        ModelDefinition model = diabolo.models().define(configuration, data.spec(), tails.layout());
        Scaling scaling = model.likelihood().keepsUnits() ? Scaling.IDENTITY : Scaling.fit(data.train());
        Examples scaled = scaling.of(data.train());
        UnitInterval.require(model, scaled, data.name(), data.columns());
        RunData rows = RunData.of(tails, options, scaled);
        ModelDocument begun = document(configuration, data, scaling, tails, rows);
        return run(model, options, rows, begun);
    }

    /** What the model is given beside the data. A recipe that conditions on labels takes columns in their place, where there are no labels. */
    private static Tails tails(Examples train, LabelUse use) {
        Conditions conditions = Conditions.of(train);
        boolean columnsAlone = use == LabelUse.CONDITION
                && !train.labelled()
                && !conditions.columns().isEmpty();
        return Tails.of(
                use == LabelUse.NONE || columnsAlone ? Optional.empty() : Optional.of(Classes.of(train, use)),
                conditions);
    }

    /**
     * Trains.
     *
     * @param begun what a model file says of the run, before it begins
     */
    private TrainingResult run(ModelDefinition model, RunOptions options, RunData rows, ModelDocument begun) {
        TrainingSettings settings = new TrainingSettings(
                options.epochs(),
                options.batchOf(rows.train().size()),
                options.seed(),
                options.threads(),
                new EarlyStopping(
                        options.earlyStopping().patience(),
                        options.earlyStopping().tolerance()));
        try (TrainingRun run = new TrainingRun(model, settings, listener, stopRequested)) {
            long begin = System.nanoTime();
            List<WarningReport> unsaved = new ArrayList<>();
            TrainingOutcome outcome = run.train(
                    rows.train(),
                    rows.validation(),
                    interrupted.map(before -> before.state(begun)),
                    checkpoints
                            .<Checkpoints>map(file -> file.of(begun, warning -> {
                                unsaved.add(warning);
                                listener.warning(warning.epoch(), warning.warning());
                            }))
                            .orElse(Checkpoints.NONE));
            double seconds = (System.nanoTime() - begin) / 1e9;
            ModelDocument document = begun.after(
                    outcome.epochs().size(),
                    outcome.bestEpoch(),
                    outcome.steps(),
                    metrics(model, outcome),
                    recorded(outcome.warnings()));
            Autoencoder trained = diabolo.adopt(new Autoencoder(
                    document, model, new Inference(model, outcome.parameters()), options, Optional.empty()));
            return new TrainingResult(
                    trained,
                    options,
                    outcome.epochs(),
                    outcome.bestEpoch(),
                    outcome.steps(),
                    seconds,
                    rows.learntFrom(),
                    byEpoch(outcome.warnings(), unsaved),
                    outcome.ending(),
                    outcome.failure());
        }
    }

    /** Of one epoch, those of the model before states that could not be saved. */
    private static List<WarningReport> byEpoch(List<WarningReport> ofEpochs, List<WarningReport> unsaved) {
        return Stream.concat(ofEpochs.stream(), unsaved.stream())
                .sorted(Comparator.comparingInt(WarningReport::epoch))
                .toList();
    }

    /** Without states that could not be saved: a model does not depend on those. */
    private static List<ModelDocument.Warning> recorded(List<WarningReport> warnings) {
        return warnings.stream()
                .map(report -> new ModelDocument.Warning(
                        report.epoch(),
                        report.warning().code(),
                        report.warning().problem().message()))
                .toList();
    }

    /** What a model file says of the run, before it begins. */
    private ModelDocument document(
            RunConfiguration<RunOptions> configuration, Dataset data, Scaling scaling, Tails tails, RunData rows) {
        return new ModelDocument(
                ModelDocument.FORMAT,
                recipe,
                configuration.effective(),
                diabolo.models().components(configuration),
                new ModelDocument.Data(
                        java.util.Arrays.stream(data.spec().shape()).boxed().collect(Collectors.toList()),
                        scaling.offset(),
                        scaling.factor(),
                        data.reading().orElse(null),
                        tails.known().map(Classes::values).orElse(null),
                        tails.conditions().columns().isEmpty()
                                ? null
                                : tails.conditions().columns(),
                        ModelArchive.hasRoom(data.columns()) ? data.columns() : null),
                new ModelDocument.Provenance(
                        configuration.root().seed(),
                        data.name(),
                        rows.fingerprint(),
                        rows.learntFrom(),
                        0,
                        0,
                        0,
                        Diabolo.version(),
                        Runtime.version().toString()),
                Map.of(),
                List.of());
    }

    private static Map<String, Double> metrics(ModelDefinition model, TrainingOutcome outcome) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (outcome.bestEpoch() > 0) {
            EpochReport best = outcome.epochs().get(outcome.bestEpoch() - 1);
            metrics.put("train.loss", best.loss());
            best.validation().ifPresent(validation -> {
                metrics.put("validation.loss", validation.loss());
                if (model.encoder().encodes()) {
                    metrics.put("validation.mse", validation.mse());
                }
            });
        }
        return metrics;
    }
}
