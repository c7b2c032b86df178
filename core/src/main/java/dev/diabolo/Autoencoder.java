package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.metrics.PrincipalComponents;
import dev.diabolo.metrics.Psnr;
import dev.diabolo.metrics.QualityMeter;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.LinearMap;
import dev.diabolo.spi.exchange.TrainedNetwork;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EvaluationReport;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
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
     * Measures the model.
     *
     * @param examples of the model's width, in the data's units
     */
    public EvaluationReport evaluate(Examples examples) {
        requireWidth(Inference.Function.RECONSTRUCT, examples.spec().size());
        Examples scaled = scaling.of(examples);
        UnitInterval.require(model, scaled, "data");
        return inference.evaluate(scaled, workers, document.provenance().seed());
    }

    /**
     * Compares examples with their reconstructions.
     *
     * @param examples of the model's width, in the data's units
     */
    public QualityReport quality(Examples examples) {
        Rows restored = reconstruct(examples);
        Examples scaled = scaling.of(examples);
        QualityMeter meter = new QualityMeter(dataSpec(), 1);
        float[] original = new float[dataSpec().size()];
        int i = 0;
        for (float[] row : restored) {
            scaled.read(i++, original, 0);
            scaling.apply(row);
            meter.add(original, row);
        }
        return QualityReport.of(meter);
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
        PrincipalComponents components =
                PrincipalComponents.fit(scaling.of(fittedOn), codeSpec().size());
        double squaredError = components.squaredError(scaling.of(examples));
        double mse = squaredError / dataSpec().size();
        return new BaselineReport(
                "pca", components.count(), fittedOn.size(), examples.size(), mse, squaredError, Psnr.of(mse, 1));
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
        int width = inference.input(function).size();
        float[] flat = new float[count * width];
        for (int i = 0; i < count; i++) {
            float[] row = Objects.requireNonNull(rows[begin + i], "a row");
            requireWidth(function, row.length);
            requireFinite(row, begin + i);
            System.arraycopy(row, 0, flat, i * width, width);
        }
        float[] values = run(function, flat, count);
        int out = inference.output(function).size();
        for (int i = 0; i < count; i++) {
            results[begin + i] = Arrays.copyOfRange(values, i * out, (i + 1) * out);
        }
    }

    private float[] run(Inference.Function function, float[] flat, int count) {
        if (function != Inference.Function.DECODE) {
            scaling.apply(flat);
        }
        float[] results = inference.run(function, flat, count);
        if (function != Inference.Function.ENCODE) {
            scaling.invert(results);
        }
        return results;
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
    }

    /** Computes a block of rows when the block before it is used up. */
    private final class Blocks implements Iterator<float[]> {
        private final Inference.Function function;
        private final Examples examples;
        private float[] results = {};
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
            int width = inference.output(function).size();
            if (next % BLOCK == 0) {
                results = compute(Math.min(BLOCK, examples.size() - next));
            }
            int position = next++ % BLOCK * width;
            return java.util.Arrays.copyOfRange(results, position, position + width);
        }

        private float[] compute(int count) {
            int width = examples.spec().size();
            float[] flat = new float[count * width];
            for (int i = 0; i < count; i++) {
                examples.read(next + i, flat, i * width);
            }
            return run(function, flat, count);
        }
    }
}
