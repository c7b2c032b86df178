package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.TailWriter;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A model's functions over rows in the data's units: looks at them, scales them, and scales back. As thread-safe as the model. */
record RowFunctions(Inference inference, Scaling scaling, int workers, Tails tails) {
    /** Rows that are computed at a time when results are streamed. */
    static final int BLOCK = 256;

    /** Outputs for rows in the data's units, in their order; on as many threads as there are parts to share. */
    float[][] apply(Inference.Function function, float[][] rows) {
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
        float[] scaled = new float[inference.rowSize(function)];
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
        boolean asItIs = function == Inference.Function.DECODE || scaling.isIdentity();
        if (asItIs && scaled.length == row.length) {
            return row;
        }
        System.arraycopy(row, 0, scaled, 0, row.length);
        if (!asItIs) {
            scaling.apply(scaled, 0, row.length);
        }
        if (scaled.length > row.length) {
            tails.writer(Optional.empty()).write(number, scaled, row.length);
        }
        return scaled;
    }

    /** Outputs for examples, computed as they are read. */
    Rows stream(Inference.Function function, Examples examples) {
        requireWidth(function, examples.spec().size());
        return new Rows(
                inference.output(function),
                examples.size(),
                () -> new BlockIterator(
                        BLOCK, examples.size(), (first, count) -> block(function, examples, first, count)));
    }

    private float[][] block(Inference.Function function, Examples examples, int first, int count) {
        int width = examples.spec().size();
        float[] row = new float[inference.rowSize(function)];
        TailWriter writer = row.length > width ? tails.writer(Optional.of(examples)) : TailWriter.NONE;
        return run(function, count, i -> {
            examples.read(first + i, row, 0);
            if (function != Inference.Function.DECODE) {
                scaling.apply(row, 0, width);
            }
            writer.write(first + i, row, width);
            return row;
        });
    }

    /** Refuses rows that a function does not take. */
    void requireWidth(Inference.Function function, int found) {
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
}
