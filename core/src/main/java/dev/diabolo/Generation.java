package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.TailWriter;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

/** Draws codes, from the prior or a sampler, and decodes them. The n-th depends on the seed and n alone. As thread-safe as the model. */
record Generation(Inference inference, Scaling scaling, Tails tails) {
    /** Examples in the data's units, computed as they are asked for. */
    Rows rows(Optional<CodeSampler> source, int count, long seed) {
        requireCount(count);
        requirePossible(source, seed);
        int width = inference.output(Inference.Function.DECODE).size();
        float[] code = new float[codeSize()];
        return new Rows(
                inference.output(Inference.Function.DECODE),
                count,
                () -> new BlockIterator(RowFunctions.BLOCK, count, (first, size) -> {
                    float[][] examples = new float[size][width];
                    draw(source, first, size, seed, i -> code, i -> examples[i]);
                    for (float[] example : examples) {
                        scaling.invert(example);
                    }
                    return examples;
                }));
    }

    private static void requireCount(int count) {
        if (count < 1) {
            throw DiaboloException.user(
                    "generate.count",
                    Problem.of(count + " examples cannot be generated").allowed("1 or more"));
        }
    }

    /** Refuses now, and not when the first example is read. */
    void requirePossible(Optional<CodeSampler> source, long seed) {
        if (source.isEmpty()) {
            draw(source, 0, 0, seed, i -> new float[0], i -> new float[0]);
            return;
        }
        if (drawsByClass()) {
            throw DiaboloException.user(
                    "sampler.no-classes",
                    Problem.of("a label is given, and what is drawn from a sampler has none")
                            .remedy("draw from the prior, with --sampler prior, or give no label"));
        }
        tails.generated(0);
        if (source.get().fitted().size() != codeSize()) {
            throw DiaboloException.user(
                    "data.wrong-width",
                    Problem.of("the sampler is for codes of "
                            + source.get().fitted().size() + " numbers, and the model's have " + codeSize()));
        }
    }

    int codeSize() {
        return inference.input(Inference.Function.DECODE).size();
    }

    /** Of what is drawn by class, how many these are, where they have no labels. */
    private int clusters() {
        return drawsByClass() && tails.known().isEmpty()
                ? inference.codeClasses().orElse(0)
                : 0;
    }

    /** Whether only what is generated depends on the label that is given. */
    private boolean drawsByClass() {
        return tails.label().isPresent() && !tails.isLabelConditional();
    }

    /**
     * Draws.
     *
     * @param first the number of the first
     * @param codes where the code of a number in [0, count) goes
     * @param values where what is decoded of it goes, scaled
     */
    void draw(
            Optional<CodeSampler> source,
            int first,
            int count,
            long seed,
            IntFunction<float[]> codes,
            IntFunction<float[]> values) {
        if (source.isPresent()) {
            decode(source.get().codes(first, count, seed), first, codes, values);
        } else {
            Inference.CodesFrom from = drawsByClass() ? Inference.CodesFrom.PART_OF_CLASS : Inference.CodesFrom.PRIOR;
            TailWriter writer = tails.generated(clusters());
            inference.generate(
                    from,
                    first,
                    count,
                    seed,
                    (number, row, place) -> writer.write(first + number, row, place),
                    codes,
                    values);
        }
    }

    private void decode(float[][] drawn, int first, IntFunction<float[]> codes, IntFunction<float[]> values) {
        for (int i = 0; i < drawn.length; i++) {
            System.arraycopy(drawn[i], 0, codes.apply(i), 0, drawn[i].length);
        }
        TailWriter writer = tails.generated(0);
        inference.run(Inference.Function.DECODE, drawn.length, i -> row(drawn[i], first + i, writer), values);
    }

    /** A code, and behind it its tail, where the decoder is given one. */
    private float[] row(float[] code, int number, TailWriter writer) {
        int size = inference.rowSize(Inference.Function.DECODE);
        if (size == code.length) {
            return code;
        }
        float[] row = Arrays.copyOf(code, size);
        writer.write(number, row, code.length);
        return row;
    }
}
