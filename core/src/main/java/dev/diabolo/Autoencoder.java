package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Corruptor;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.Reading;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.LinearMap;
import dev.diabolo.spi.exchange.TrainedNetwork;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EvaluationReport;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A trained model. Takes and gives data in the units that it was trained on: scaling happens inside. Deterministic: codes are
 * the posterior's mode. Safe for any number of threads. Owns native memory until closed; closing the {@link Diabolo} it came
 * from closes it too.
 */
public final class Autoencoder implements AutoCloseable {
    /** Rows that are computed at a time when results are streamed. */
    private static final int BLOCK = 256;

    private final ModelDocument document;
    private final ModelDefinition model;
    private final Inference inference;
    private final Scaling scaling;
    private final int workers;
    /** Examples that were given out and are not closed yet. */
    private final Set<CorruptedExamples> corrupted = ConcurrentHashMap.newKeySet();

    Autoencoder(ModelDocument document, ModelDefinition model, Inference inference, int workers) {
        this.document = document;
        this.model = model;
        this.inference = inference;
        this.scaling = new Scaling(document.data().offset(), document.data().factor());
        this.workers = workers;
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
        return apply(Inference.Function.ENCODE, rows);
    }

    /** Data of codes, in the data's units; see {@link #encode(float[][])}. */
    public float[][] decode(float[][] codes) {
        return apply(Inference.Function.DECODE, codes);
    }

    /** Rows as the model remembers them: encoded and decoded; see {@link #encode(float[][])}. */
    public float[][] reconstruct(float[][] rows) {
        return apply(Inference.Function.RECONSTRUCT, rows);
    }

    /** Codes of examples, computed as they are read. */
    public Rows encode(Examples examples) {
        return stream(Inference.Function.ENCODE, examples);
    }

    /** Data of codes, computed as they are read, in the data's units. */
    public Rows decode(Examples codes) {
        return stream(Inference.Function.DECODE, codes);
    }

    /** Examples as the model remembers them, computed as they are read. */
    public Rows reconstruct(Examples examples) {
        return stream(Inference.Function.RECONSTRUCT, examples);
    }

    /**
     * Measures the model; one that was trained to restore corrupted data, on corrupting these, with the seed of its run.
     *
     * @param examples of the model's width, in the data's units
     */
    public EvaluationReport evaluate(Examples examples) {
        requireWidth(Inference.Function.RECONSTRUCT, examples.spec().size());
        Examples scaled = scaling.of(examples);
        UnitInterval.require(model, scaled, "data");
        return inference.evaluate(scaled, workers, document.provenance().seed());
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
        requireWidth(Inference.Function.RECONSTRUCT, examples.spec().size());
        Corruptor corruptor = new Corruptor(corruption, model.data(), seed);
        CorruptedExamples spoilt = new CorruptedExamples(examples, model.data(), scaling, corruptor, corrupted::remove);
        corrupted.add(spoilt);
        return spoilt;
    }

    /**
     * Corrupts examples, restores them, and measures both against what they were.
     *
     * @param corruption the model's own or another
     */
    public Restoration restoration(Examples examples, Corruption corruption, long seed) {
        requireWidth(Inference.Function.RECONSTRUCT, examples.spec().size());
        return new Measurements(this, scaling).restoration(examples, corruption, seed);
    }

    /**
     * Compares examples with their reconstructions, in the same experiment as {@link #evaluate}: a model that was trained to
     * restore corrupted data is given these corrupted, with the seed of its run.
     *
     * @param examples of the model's width, in the data's units
     */
    public QualityReport quality(Examples examples) {
        requireWidth(Inference.Function.RECONSTRUCT, examples.spec().size());
        return new Measurements(this, scaling)
                .quality(examples, document.provenance().seed());
    }

    /**
     * What principal component analysis reaches with codes of this model's size.
     *
     * @param fittedOn examples that the components are computed of
     * @param examples to measure on
     * @throws DiaboloException (USER) for data of more than 4096 values
     */
    public BaselineReport principalComponents(Examples fittedOn, Examples examples) {
        requireWidth(Inference.Function.RECONSTRUCT, fittedOn.spec().size());
        requireWidth(Inference.Function.RECONSTRUCT, examples.spec().size());
        return new Measurements(this, scaling).principalComponents(fittedOn, examples);
    }

    /**
     * Looks for similar examples.
     *
     * @param data to search, of the model's width
     */
    public CodeSearch search(Examples data, Similarity similarity) {
        requireWidth(Inference.Function.ENCODE, data.spec().size());
        return new CodeSearch(this, data, similarity);
    }

    TrainedNetwork network(ModelPart part) {
        double factor = scaling.factor();
        LinearMap in = new LinearMap(factor, -scaling.offset() * factor);
        LinearMap out = new LinearMap(1 / factor, scaling.offset());
        return switch (part) {
            case ENCODER -> inference.network(Inference.Function.ENCODE, in, LinearMap.IDENTITY);
            case DECODER -> inference.network(Inference.Function.DECODE, LinearMap.IDENTITY, out);
            case WHOLE -> inference.network(Inference.Function.RECONSTRUCT, in, out);
        };
    }

    /** Examples as small files that this model reads again. */
    public Compression compression() {
        return new Compression(this, scaling, Fingerprint.of(document, inference.parameters()));
    }

    /**
     * Writes the model to a file, whole or not at all.
     *
     * @throws DiaboloException (RESOURCE) where it cannot be written
     */
    public void save(Path file) {
        ModelArchive.write(file, new ModelArchive.Content(document, inference.parameters()));
    }

    private float[][] apply(Inference.Function function, float[][] rows) {
        Objects.requireNonNull(rows, "rows");
        float[][] results = new float[rows.length][];
        int parts = (rows.length + Inference.ROWS_AT_ONCE - 1) / Inference.ROWS_AT_ONCE;
        int strands = Math.min(workers, parts);
        // A part that fails is tried again below, in order, so that the first wrong row is the one that is told of.
        boolean done = strands > 1
                && IntStream.range(0, strands)
                        .parallel()
                        .allMatch(strand -> succeeds(function, rows, results, strand, strands));
        for (int part = 0; !done && part < parts; part++) {
            apply(function, rows, results, part);
        }
        return results;
    }

    /** Computes every part that falls to a strand; false where one fails. */
    private boolean succeeds(Inference.Function function, float[][] rows, float[][] results, int strand, int strands) {
        try {
            for (int part = strand; part * Inference.ROWS_AT_ONCE < rows.length; part += strands) {
                apply(function, rows, results, part);
            }
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Computes some of the rows. */
    private void apply(Inference.Function function, float[][] rows, float[][] results, int part) {
        int begin = part * Inference.ROWS_AT_ONCE;
        int count = Math.min(Inference.ROWS_AT_ONCE, rows.length - begin);
        float[] scaled = new float[inference.input(function).size()];
        float[][] computed = run(function, count, i -> input(function, rows[begin + i], begin + i, scaled));
        System.arraycopy(computed, 0, results, begin, count);
    }

    /** Outputs for scaled inputs, in the data's units. */
    private float[][] run(Inference.Function function, int count, IntFunction<float[]> inputs) {
        float[][] results = new float[count][inference.output(function).size()];
        inference.run(function, count, inputs, i -> results[i]);
        if (function != Inference.Function.ENCODE) {
            for (float[] row : results) {
                scaling.invert(row);
            }
        }
        return results;
    }

    /** A row that was looked at, scaled where data have to be: then it is in {@code scaled}. */
    private float[] input(Inference.Function function, float[] row, int number, float[] scaled) {
        Objects.requireNonNull(row, "a row");
        requireWidth(function, row.length);
        requireFinite(row, number);
        if (function == Inference.Function.DECODE || scaling.isIdentity()) {
            return row;
        }
        System.arraycopy(row, 0, scaled, 0, row.length);
        scaling.apply(scaled);
        return scaled;
    }

    private Rows stream(Inference.Function function, Examples examples) {
        requireWidth(function, examples.spec().size());
        return new Rows(inference.output(function), examples.size(), () -> new Blocks(function, examples));
    }

    private void requireWidth(Inference.Function function, int found) {
        TensorSpec expected = inference.input(function);
        if (found != expected.size()) {
            String what = function == Inference.Function.DECODE ? "codes" : "data";
            throw DiaboloException.user(
                    "data.wrong-width",
                    Problem.of("the " + what + " have " + found + " values in a row, and this model takes "
                            + expected.size() + " (" + expected + ")"));
        }
    }

    private static void requireFinite(float[] row, int number) {
        for (int column = 0; column < row.length; column++) {
            if (!Float.isFinite(row[column])) {
                throw DiaboloException.user(
                        "data.not-finite",
                        Problem.of("value " + row[column] + " is not a finite number")
                                .at("row " + (number + 1) + ", column " + (column + 1)));
            }
        }
    }

    @Override
    public void close() {
        inference.close();
        corrupted.forEach(CorruptedExamples::close);
    }

    /** Computes a block of rows when the block before it is used up. */
    private final class Blocks implements Iterator<float[]> {
        private final Inference.Function function;
        private final Examples examples;
        private float[][] results = {};
        private int next;

        Blocks(Inference.Function function, Examples examples) {
            this.function = function;
            this.examples = examples;
        }

        @Override
        public boolean hasNext() {
            return next < examples.size();
        }

        @Override
        public float[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (next % BLOCK == 0) {
                results = compute(Math.min(BLOCK, examples.size() - next));
            }
            return results[next++ % BLOCK];
        }

        private float[][] compute(int count) {
            int first = next;
            float[] row = new float[examples.spec().size()];
            return run(function, count, i -> {
                examples.read(first + i, row, 0);
                if (function != Inference.Function.DECODE) {
                    scaling.apply(row);
                }
                return row;
            });
        }
    }
}
