package dev.diabolo;

import dev.diabolo.config.Layer;
import dev.diabolo.config.RunConfiguration;
import dev.diabolo.data.DataSettings;
import dev.diabolo.data.DownloadListener;
import dev.diabolo.data.RowConditions;
import dev.diabolo.data.RowExamples;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.options.NearestName;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.plugin.ComponentEntry;
import dev.diabolo.plugin.PluginIssue;
import dev.diabolo.plugin.Recipe;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.ModelExport;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.wiring.Services;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * Where everything begins: finds the plugins on the class path, opens data, trains and loads models. Safe for any number of
 * threads. Closing it closes the models that it gave out.
 *
 * <pre>{@code
 * try (Diabolo diabolo = Diabolo.create()) {
 *     Autoencoder model = diabolo.training("ae").set("latent", 32).epochs(5).seed(1).train(diabolo.data("mnist"));
 *     float[][] codes = model.encode(rows);
 *     model.save(Path.of("digits.dbl"));
 * }
 * }</pre>
 */
public final class Diabolo implements AutoCloseable {
    private final Services services;
    private final Map<String, String> environment;
    private final ModelDefinitions models;
    private final Set<Autoencoder> adopted =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Set<CodeSampler> fitted = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Diabolo(Services services, Map<String, String> environment) {
        this.services = services;
        this.environment = Map.copyOf(environment);
        this.models = new ModelDefinitions(services.catalog());
    }

    /** With the plugins on the class path, and settings from this process's environment. */
    public static Diabolo create() {
        return create(System.getenv(), ProgressListener.NONE);
    }

    /**
     * With settings from another environment.
     *
     * @param environment variables such as {@code DIABOLO_DATA} and {@code DIABOLO_ENCODER_HIDDEN}
     * @param progress hears of downloads
     */
    public static Diabolo create(Map<String, String> environment, ProgressListener progress) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader plugins = context != null ? context : Diabolo.class.getClassLoader();
        DownloadListener downloads = new ProgressDownloads(progress);
        return new Diabolo(Services.assemble(environment, plugins, downloads), environment);
    }

    /** The version of Diabolo; {@code development} outside of a jar. */
    public static String version() {
        String version = Diabolo.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    Services services() {
        return services;
    }

    Map<String, String> environment() {
        return environment;
    }

    ModelDefinitions models() {
        return models;
    }

    Autoencoder adopt(Autoencoder model) {
        adopted.add(model);
        return model;
    }

    /**
     * A training run by a recipe.
     *
     * @throws DiaboloException (USER) where there is no such recipe, with the nearest names
     */
    public Training training(String recipe) {
        services.recipes().require(recipe);
        return new Training(this, recipe);
    }

    /**
     * A training run that goes on where another was interrupted: with the same settings, and on the same data. What it ends with is
     * the same, bit by bit, as if it had not been interrupted.
     *
     * @param checkpoint a file that {@link Training#checkpoints} named
     * @throws DiaboloException (USER) where the file is missing, is no checkpoint, or was changed
     */
    public Training resume(Path checkpoint) {
        ModelArchive.Content content = ModelArchive.read(checkpoint);
        if (!content.isCheckpoint()) {
            throw DiaboloException.user(
                    "training.no-checkpoint",
                    Problem.of("this is a model, and not the state of a run that was interrupted")
                            .at(checkpoint.toString()));
        }
        services.recipes().require(content.document().recipe());
        return new Training(this, new InterruptedRun(checkpoint, content));
    }

    /**
     * Opens a data set.
     *
     * @param reference a name ({@code digits}, {@code mnist}), a pattern ({@code random:1000x20}), or the path of a file or
     *     directory
     */
    public Dataset data(String reference) {
        return services.data().open(reference);
    }

    /**
     * Opens files as settings say.
     *
     * @param reference the path of a file or directory
     * @param settings {@code reader}, where the path alone does not tell, and options of that reader, as {@link #readers}
     *     lists them: {@code Map.of("resize", "32x32", "colour", "grey")}
     * @throws DiaboloException (USER) for bad settings, with all problems at once
     */
    public Dataset data(String reference, Map<String, ?> settings) {
        return services.data().open(reference, settings(settings), Optional.empty());
    }

    /**
     * Opens files for a model, as those were read that it learnt from.
     *
     * @param settings what is to be otherwise; may be empty
     */
    public Dataset data(String reference, Map<String, ?> settings, Autoencoder model) {
        return services.data().open(reference, settings(settings), model.reading());
    }

    private static DataSettings settings(Map<String, ?> settings) {
        return new DataSettings(new java.util.LinkedHashMap<>(settings), Map.of());
    }

    /** What reads files, with the settings of each. */
    public List<DataReaderDescription> readers() {
        return services.data().readers().stream()
                .map(reader ->
                        new DataReaderDescription(reader.name(), reader.summary(), Descriptions.of(reader.options())))
                .toList();
    }

    /**
     * A data set of rows in memory, which are copied.
     *
     * @param rows at least one, all of one length, finite
     * @throws DiaboloException (USER) for other rows, with the row's number
     */
    public Dataset data(float[][] rows) {
        Examples examples = RowExamples.of(rows);
        return new Dataset("rows", rows.length + " rows in memory", examples, Optional.empty());
    }

    /**
     * A data set of labelled rows in memory, which are copied.
     *
     * @param rows as {@link #data(float[][])} takes them
     * @param labels one for each row
     * @throws DiaboloException (USER) for other rows, and where there are more or fewer labels than rows
     */
    public Dataset data(float[][] rows, int[] labels) {
        Examples examples = RowExamples.of(rows, labels);
        return new Dataset("rows", rows.length + " labelled rows in memory", examples, Optional.empty());
    }

    /**
     * A data set of rows in memory, which are copied, and of what models may be conditioned on.
     *
     * @param rows as {@link #data(float[][])} takes them
     * @param conditions for each row the same names, such as {@code Map.of("age", 40, "sex", "f")}: with a number, or with the name
     *     of a category
     * @throws DiaboloException (USER) for other rows, and where conditions are missing or of another kind, with the row
     */
    public Dataset data(float[][] rows, List<? extends Map<String, ?>> conditions) {
        Examples examples = RowConditions.of(RowExamples.of(rows), conditions);
        return new Dataset("rows", rows.length + " rows in memory, with conditions", examples, Optional.empty());
    }

    /**
     * A corruption to try models on.
     *
     * @param name its id, such as {@code vanilla.gaussian}; the part after the dot is enough where only one has it
     * @param options as in the section {@code corruption} of a recipe; what is left out takes its default
     * @throws DiaboloException (USER) where there is no such corruption or option, with the nearest names
     */
    public Corruption corruption(String name, Map<String, ?> options) {
        ComponentEntry<Corruption> entry = services.catalog().require(ComponentKind.CORRUPTION, corruptionNamed(name));
        return entry.create(options);
    }

    private ComponentId corruptionNamed(String name) {
        List<ComponentId> ids = services.catalog().entries(ComponentKind.CORRUPTION).stream()
                .map(ComponentEntry::id)
                .toList();
        List<ComponentId> named =
                ids.stream().filter(id -> id.name().equals(name)).toList();
        if (name.contains(".") || named.size() == 1) {
            return named.size() == 1 ? named.get(0) : ComponentId.of(name);
        }
        List<String> names = ids.stream().map(ComponentId::name).toList();
        throw DiaboloException.user(
                "component.unknown",
                Problem.of("there is no corruption '" + name + "'" + (named.isEmpty() ? "" : " alone: " + named))
                        .allowed(ids.stream().map(ComponentId::toString).collect(Collectors.joining(", ")))
                        .remedy(NearestName.remedy(name, names)));
    }

    /** Loads a model. The plugins that it was made with must be installed. */
    public Autoencoder load(Path file) {
        ModelArchive.Content content = ModelArchive.read(file);
        if (content.isCheckpoint()) {
            throw DiaboloException.user(
                    "model.is-checkpoint",
                    Problem.of("this is the state of a training run that was interrupted, and no model")
                            .at(file.toString())
                            .remedy("go on with 'diabolo train --resume' and its directory"));
        }
        ModelDocument document = content.document();
        RunConfiguration<RunOptions> configuration = services.configurer()
                .configure(
                        List.of(Layer.values(file.toString(), CodeSampler.ofModel(document.options()))),
                        RunOptions.class);
        long[] shape =
                document.data().shape().stream().mapToLong(Long::longValue).toArray();
        ModelDefinition model = models.define(
                configuration,
                TensorSpec.of(shape),
                Autoencoder.tails(document, configuration.root()).layout());
        Inference inference = new Inference(model, CodeSampler.ofModel(content.parameters()));
        Optional<CodeSampler> sampler;
        try {
            sampler = new CodeSamplers(services.catalog())
                    .restore(document, content.parameters(), model.code(), inference);
        } catch (RuntimeException e) {
            inference.close();
            throw e;
        }
        return adopt(new Autoencoder(document, model, inference, configuration.root(), sampler));
    }

    /**
     * Fits a distribution to the codes of examples, so that any model can generate.
     *
     * @param name the id of a sampler, such as {@code vae.gaussian-mixture}; the part after the dot is enough where only one has it
     * @param options of that sampler, by key; what is left out takes its default
     * @param examples of the model's width, in the data's units
     * @param seed of whatever is random in fitting
     * @throws DiaboloException (USER) where there is no such sampler or option, and where codes are choices with no density
     */
    public CodeSampler fitSampler(
            Autoencoder model, String name, Map<String, ?> options, Examples examples, long seed) {
        CodeSampler sampler = new CodeSamplers(services.catalog()).fit(model, name, options, examples, seed);
        fitted.add(sampler);
        return sampler;
    }

    /**
     * Trains a judge of generated examples; see {@link SampleEvaluation#compare} and {@link Classifier#recognised}.
     *
     * @param examples with labels, in their units; a tenth, and 5,000 at most, is held out to measure its accuracy
     * @param seed of all randomness
     * @throws DiaboloException (USER) without labels, and for too few examples or too many classes
     */
    public Classifier classifier(Examples examples, long seed) {
        return classifier(examples, seed, 0);
    }

    /**
     * As {@link #classifier(Examples, long)}, which uses all cores.
     *
     * @param workers threads to train and to classify with; 0 for as many as there are cores; results do not depend on it
     */
    public Classifier classifier(Examples examples, long seed, int workers) {
        return Classifier.train(examples, seed, RunOptions.threads(workers));
    }

    /** The formats of other frameworks that a model can be written in, and what each is. */
    public Map<String, String> exportFormats() {
        return services.exports().summaries();
    }

    /**
     * Writes a model in a format of another framework, scaling of the data included: what it takes and gives is in the data's
     * units.
     *
     * @param format a name of {@link #exportFormats()}
     * @throws DiaboloException (USER) where there is no such format, or it cannot express a part of the model, which is named;
     *     (RESOURCE) where the file cannot be written
     */
    public void export(Autoencoder model, ModelPart part, String format, Path file) {
        ModelExport export = services.exports().require(format);
        OutputFile.write(file, out -> export.write(model.network(part), out));
    }

    /** The components that are installed, by kind and id. */
    public List<PluginDescription> plugins() {
        return services.catalog().entries().stream().map(Descriptions::of).toList();
    }

    /** The settings of a training run that belong to no component. */
    public List<OptionDescription> runOptions() {
        return Descriptions.of(OptionSchema.of(RunOptions.class));
    }

    /** The components with an id: one for each kind that has it. */
    public List<PluginDescription> plugins(String id) {
        List<PluginDescription> found =
                plugins().stream().filter(plugin -> plugin.id().equals(id)).toList();
        if (found.isEmpty()) {
            List<String> ids =
                    plugins().stream().map(PluginDescription::id).distinct().toList();
            throw DiaboloException.user(
                    "component.unknown",
                    Problem.of("no component is called '" + id + "'")
                            .allowed(String.join(", ", ids))
                            .remedy(NearestName.remedy(id, ids)));
        }
        return found;
    }

    /** Plugins and recipes that cannot be used, and why. */
    public List<Problem> issues() {
        List<Problem> issues = new ArrayList<>();
        services.catalog().issues().forEach(issue -> issues.add(issue.problem()));
        services.exports().issues().stream().map(PluginIssue::problem).forEach(issues::add);
        services.recipes().issues().stream().map(PluginIssue::problem).forEach(issues::add);
        return issues;
    }

    /** The recipes that are installed, as they are without any change of settings. */
    public List<RecipeDescription> recipes() {
        return services.recipes().all().stream()
                .map(Recipe::name)
                .map(name -> training(name).describe())
                .toList();
    }

    /** The data sets that can be opened by name. */
    public Map<String, String> dataSources() {
        Map<String, String> sources = new java.util.LinkedHashMap<>();
        services.data().names().forEach(source -> sources.put(source.name(), source.summary()));
        return sources;
    }

    /** Reads a data set once and tells what it holds. */
    public DataDescription describe(Dataset data) {
        return Descriptions.of(data);
    }

    @Override
    public void close() {
        synchronized (adopted) {
            adopted.forEach(Autoencoder::close);
            adopted.clear();
        }
        synchronized (fitted) {
            fitted.forEach(CodeSampler::close);
            fitted.clear();
        }
    }
}
