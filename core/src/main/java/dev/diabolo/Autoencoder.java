package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.Reading;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.TrainedNetwork;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EvaluationReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trained model. Takes and gives data in the units that it was trained on: scaling happens inside. Deterministic: codes are
 * the posterior's mode. Safe for any number of threads. Owns native memory until closed; closing the {@link Diabolo} it came
 * from closes it too.
 */
public final class Autoencoder implements AutoCloseable {
    private final ModelDocument document;
    private final ModelDefinition model;
    private final Inference inference;
    private final Scaling scaling;
    private final RowFunctions functions;
    private final Generation generation;
    private final int workers;
    private final Optional<CodeSampler> sampler;
    private final Tails tails;
    /** Shared with the models for one label that this one gave out, or came from. */
    private final Corruptions corruptions;

    /** Of labels as the examples have them. */
    Autoencoder(
            ModelDocument document,
            ModelDefinition model,
            Inference inference,
            RunOptions options,
            Optional<CodeSampler> sampler) {
        this(
                document,
                model,
                inference,
                options.threads(),
                sampler,
                tails(document, options),
                new Corruptions(model.data(), scaling(document)));
    }

    private Autoencoder(
            ModelDocument document,
            ModelDefinition model,
            Inference inference,
            int workers,
            Optional<CodeSampler> sampler,
            Tails tails,
            Corruptions corruptions) {
        this.tails = tails;
        this.corruptions = corruptions;
        this.sampler = sampler;
        this.document = document;
        this.model = model;
        this.inference = inference;
        this.scaling = scaling(document);
        this.functions = new RowFunctions(inference, scaling, workers, tails);
        this.generation = new Generation(inference, scaling, tails);
        this.workers = workers;
    }

    private static Scaling scaling(ModelDocument document) {
        return new Scaling(document.data().offset(), document.data().factor());
    }

    /** What a model is given beside the data. */
    static Tails tails(ModelDocument document, RunOptions options) {
        List<ModelDocument.Condition> conditions = document.data().conditions();
        return Tails.of(
                Optional.ofNullable(document.data().classes())
                        .map(values -> new Classes(values, options.labels().use() == LabelUse.CONDITION)),
                conditions == null ? Conditions.NONE : new Conditions(conditions));
    }

    /** The labels that it was trained on, ascending; empty where labels are of no concern to it. */
    public List<Integer> classes() {
        return tails.known().map(Classes::values).orElse(List.of());
    }

    /** The columns that it was trained to be given, beside labels: see {@link #given(Map)}; none for most models. */
    public List<ConditionColumn> conditions() {
        return tails.conditions().known();
    }

    /** The names of the values of its data, such as the header of the table that it learnt from; empty where they have none. */
    public List<String> columns() {
        List<String> columns = document.data().columns();
        return columns == null ? List.of() : columns;
    }

    /** Whether encoding and decoding need labels or columns; see {@link #given(int)} and {@link #given(Map)}. */
    public boolean isConditional() {
        return tails.isConditional();
    }

    /** Whether encoding and decoding need labels; see {@link #given(int)}. */
    public boolean isLabelConditional() {
        return tails.isLabelConditional();
    }

    /**
     * This model, for examples and codes that all have one label. Of a model that is not conditioned on labels, but learnt from
     * them or found clusters, only what is generated is of this label or cluster. It shares all with this one; closing either
     * closes both.
     *
     * @param label one of {@link #classes()}; where these are none, the number of a cluster, from 0
     * @throws DiaboloException (USER) for another label, and where the model neither knows labels nor infers classes
     */
    public Autoencoder given(int label) {
        tails.requireGivable(label, inference.codeClasses());
        return with(tails.with(label));
    }

    /**
     * This model, for examples and codes that all have these values of columns that it is conditioned on; what is not named comes
     * with each example. It shares all with this one; closing either closes both.
     *
     * @param values by the names of {@link #conditions()}: a number, in the units of the data that it learnt from, or the name of a
     *     category; and by {@code label}, as {@link #given(int)}
     * @throws DiaboloException (USER) for other names and values, with all such problems at once
     */
    public Autoencoder given(Map<String, ?> values) {
        return with(tails.with(values, inference.codeClasses()));
    }

    private Autoencoder with(Tails other) {
        return new Autoencoder(document, model, inference, workers, sampler, other, corruptions);
    }

    /** What each example and each code has to come with; empty where nothing, or all was given. */
    List<String> notGiven() {
        return tails.notGiven();
    }

    /** What {@link #given} takes: labels, or the numbers of clusters; empty where the model knows neither. */
    public List<Integer> givable() {
        return tails.givable(inference.codeClasses());
    }

    /** Whether it infers a class of each example; see {@link #classify}. */
    public boolean infersClasses() {
        return inference.codeClasses().isPresent();
    }

    /**
     * The most likely class of each example: one of {@link #classes()} where the model learnt from labels, else the number of a
     * cluster, from 0.
     *
     * @param examples of the model's width, in the data's units
     * @throws DiaboloException (USER) where the model infers no classes
     */
    public int[] classify(Examples examples) {
        return classification().of(examples);
    }

    /**
     * How well inferred classes are the labels of examples, where these are known; empty where the model infers none, or no
     * example has a label that is known.
     */
    public Optional<ClassificationReport> classification(Examples examples) {
        return infersClasses() && examples.labelled() ? classification().report(examples) : Optional.empty();
    }

    private Classification classification() {
        return new Classification(this, inference.codeClasses().orElseThrow(Classification::impossible), classes());
    }

    /** The name of the recipe that it was trained by. */
    public String recipe() {
        return document.recipe();
    }

    /** How the files were read that it learnt from; empty where there was no choice. */
    public Optional<Reading> reading() {
        return Optional.ofNullable(document.data().reading());
    }

    /** The shape of one example. */
    public TensorSpec dataSpec() {
        return model.data();
    }

    /** The shape of one code. */
    public TensorSpec codeSpec() {
        return model.code();
    }

    /**
     * Codes of rows.
     *
     * @param rows each of {@code dataSpec().size()} values, in the data's units
     * @return for each row, {@code codeSpec().size()} numbers
     * @throws DiaboloException (USER) where a row has another width or holds NaN or infinity
     */
    public float[][] encode(float[][] rows) {
        return functions.apply(Inference.Function.ENCODE, rows);
    }

    /** Data of codes, in the data's units; see {@link #encode(float[][])}. */
    public float[][] decode(float[][] codes) {
        return functions.apply(Inference.Function.DECODE, codes);
    }

    /** Rows as the model remembers them: encoded and decoded; see {@link #encode(float[][])}. */
    public float[][] reconstruct(float[][] rows) {
        return functions.apply(Inference.Function.RECONSTRUCT, rows);
    }

    /** Whether data have codes; not those of a model that only generates, which refuses to encode and to reconstruct. */
    public boolean encodes() {
        return model.encoder().encodes();
    }

    /** Whether it has a distribution to draw codes from; see {@link #generate}. */
    public boolean hasPrior() {
        return inference.hasPrior();
    }

    /**
     * New examples: codes drawn from the prior, decoded, computed as they are asked for, in the data's units. The n-th depends
     * on the seed and n alone. Of a model that is conditioned on labels, one of each label in turn; all of the one {@link #given}.
     *
     * @param count at least 1
     * @throws DiaboloException (USER) where the model has no prior, or fewer are asked for
     */
    public Rows generate(int count, long seed) {
        return generation.rows(Optional.empty(), count, seed).named(columns());
    }

    /**
     * As {@link #generate(int, long)}, with codes from a distribution that was fitted to them.
     *
     * @throws DiaboloException (USER) where it was fitted to codes of another size, and for a label that only the prior knows
     */
    public Rows generate(CodeSampler source, int count, long seed) {
        return generation.rows(Optional.of(source), count, seed).named(columns());
    }

    /**
     * Measures what it generates: from the sampler that was saved with it, else from its prior.
     *
     * @param count examples to generate, at least 100; 10,000 are usual
     * @param seed of the samples, and of whatever else is random
     * @throws DiaboloException (USER) where it has neither, for fewer samples, and for more than memory holds
     */
    public SampleEvaluation samples(int count, long seed) {
        return new SampleEvaluation(this, inference, scaling, generation, workers, count, seed);
    }

    void requireWidth(Examples examples) {
        functions.requireWidth(Inference.Function.ENCODE, examples.spec().size());
    }

    /** The distribution that was fitted to its codes and saved with it; see {@link Diabolo#fitSampler}. */
    public Optional<CodeSampler> sampler() {
        return sampler;
    }

    /** How many entries of a codebook a code has, by group and place; empty for other codes. */
    Optional<TensorSpec> choices() {
        return inference.choices();
    }

    int threads() {
        return workers;
    }

    void requireContinuousCodes(String what) {
        walks().requireContinuous(what);
    }

    private Walks walks() {
        return new Walks(this, inference.hasDiscreteCodes());
    }

    /**
     * What lies between two examples: their codes, those on the way, and what is decoded from each.
     *
     * @param steps codes on the way, both ends included; at least 2
     * @throws DiaboloException (USER) for fewer steps, and where codes are choices with nothing between them
     */
    public Walk interpolate(float[] from, float[] to, int steps, Interpolation way) {
        return walks().between(from, to, steps, way);
    }

    /**
     * What one dimension of the code does: a code with that dimension changed step by step.
     *
     * @param code to begin with; not changed
     * @param dimension from 0
     * @param from its first value
     * @param to its last
     * @throws DiaboloException (USER) as {@link #interpolate}, and where there is no such dimension
     */
    public Walk traverse(float[] code, int dimension, double from, double to, int steps) {
        return walks().along(code, dimension, from, to, steps);
    }

    /** Codes of examples, computed as they are read. */
    public Rows encode(Examples examples) {
        return functions.stream(Inference.Function.ENCODE, examples);
    }

    /** Data of codes, computed as they are read, in the data's units. */
    public Rows decode(Examples codes) {
        return functions.stream(Inference.Function.DECODE, codes).named(columns());
    }

    /** Examples as the model remembers them, computed as they are read. */
    public Rows reconstruct(Examples examples) {
        return functions.stream(Inference.Function.RECONSTRUCT, examples).named(columns());
    }

    /**
     * Measures the model; one that was trained to restore corrupted data, on corrupting these, with the seed of its run.
     *
     * @param examples of the model's width, in the data's units
     */
    public EvaluationReport evaluate(Examples examples) {
        return inference.evaluate(
                scaled(examples), workers, document.provenance().seed());
    }

    /** More about how good it is. */
    public Measurements measurements() {
        return new Measurements(
                this, inference, scaling, workers, document.provenance().seed());
    }

    /** Examples of the model's width, in its units, for which its loss and likelihood are defined. */
    Examples scaled(Examples examples) {
        requireWidth(examples);
        UnitInterval.require(model, scaling.of(examples), "data", columns());
        tails.requireIn(examples);
        return rows(examples);
    }

    /** Examples of the model's width, in its units, as the engine takes them. */
    Examples rows(Examples examples) {
        requireWidth(examples);
        return tails.rows(scaling.of(examples));
    }

    /**
     * From where to where the data went that it was trained on: [0, 1] where they lay there. Empty where its likelihood takes data
     * of any size as they are.
     */
    public Optional<DataRange> dataRange() {
        return model.likelihood().keepsUnits()
                ? Optional.empty()
                : Optional.of(new DataRange(scaling.offset(), scaling.offset() + 1 / scaling.factor()));
    }

    /** The corruption that it was trained to restore; empty where it was trained on data as they are. */
    public Optional<Corruption> corruption() {
        return model.corruption();
    }

    /**
     * Every setting that it was trained with, defaults included, by its key in a recipe: {@code encoder.hidden}. Without a
     * corruption there is no {@code corruption.type}.
     */
    public Map<String, Object> settings() {
        return document.options();
    }

    /**
     * Examples as the model's own corruption spoils them, computed as they are read, in the data's units; what becomes of an
     * example depends on the seed and its number. Close them when they are read; closing this model closes them too.
     *
     * @throws DiaboloException (USER) where the model was trained without a corruption
     */
    public CorruptedExamples corrupt(Examples examples, long seed) {
        return corrupt(
                examples,
                corruption()
                        .orElseThrow(() -> DiaboloException.user(
                                "model.no-corruption",
                                Problem.of("this model was trained without a corruption")
                                        .remedy("say which corruption is meant"))),
                seed);
    }

    /**
     * Examples as any corruption spoils them; see {@link #corrupt(Examples, long)} and {@link Diabolo#corruption}.
     *
     * @throws DiaboloException (USER) where the corruption cannot spoil such data, with their shape
     */
    public CorruptedExamples corrupt(Examples examples, Corruption corruption, long seed) {
        requireWidth(examples);
        return corruptions.of(examples, corruption, seed);
    }

    /**
     * What the model makes of corrupted examples. Values of which it is known that the corruption left them as they are, such as
     * what is visible of an image with a hidden part, stay so; where that is not known of any, it is {@link #reconstruct(Examples)}.
     */
    public Rows restore(CorruptedExamples corrupted) {
        Rows reconstructed = reconstruct(corrupted);
        return corrupted.knowsUntouched() ? reconstructed.each(corrupted::keepUntouched) : reconstructed;
    }

    /**
     * Looks for similar examples.
     *
     * @param data to search, of the model's width
     */
    public CodeSearch search(Examples data, Similarity similarity) {
        requireWidth(data);
        return new CodeSearch(this, data, similarity);
    }

    TrainedNetwork network(ModelPart part) {
        return written().network(part);
    }

    /** Examples as small files that this model reads again. */
    public Compression compression() {
        return new Compression(this, scaling, written().fingerprint(), tails.givenAlike());
    }

    /**
     * Writes the model to a file, whole or not at all.
     *
     * @throws DiaboloException (RESOURCE) where it cannot be written
     */
    public void save(Path file) {
        written().write(file, sampler);
    }

    /** Writes the model with a sampler, in place of the one that it may have; see {@link #save(Path)}. */
    public void save(Path file, CodeSampler other) {
        written().write(file, Optional.of(other));
    }

    private WrittenModel written() {
        return new WrittenModel(document, inference, scaling);
    }

    @Override
    public void close() {
        inference.close();
        sampler.ifPresent(CodeSampler::close);
        corruptions.close();
    }
}
