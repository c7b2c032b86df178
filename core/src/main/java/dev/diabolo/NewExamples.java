package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Inference;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a model generates, drawn on all threads: codes and what is decoded of them, scaled. */
record NewExamples(float[][] codes, float[][] values) {
    static NewExamples draw(
            Inference inference, Labelling labelling, Optional<CodeSampler> sampler, int count, long seed) {
        float[][] codes =
                new float[count][inference.input(Inference.Function.DECODE).size()];
        float[][] values =
                new float[count][inference.output(Inference.Function.DECODE).size()];
        int blocks = (count + RowFunctions.BLOCK - 1) / RowFunctions.BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int first = block * RowFunctions.BLOCK;
            int size = Math.min(RowFunctions.BLOCK, count - first);
            if (sampler.isEmpty()) {
                inference.generate(
                        first,
                        size,
                        seed,
                        i -> labelling.classOf(first + i),
                        i -> codes[first + i],
                        i -> values[first + i]);
                return;
            }
            float[][] drawn = sampler.get().codes(first, size, seed);
            System.arraycopy(drawn, 0, codes, first, size);
            inference.run(
                    Inference.Function.DECODE,
                    size,
                    i -> row(inference, labelling, drawn[i], first + i),
                    i -> values[first + i]);
        });
        return new NewExamples(codes, values);
    }

    /** A code, and behind it its label, where the decoder is given labels. */
    private static float[] row(Inference inference, Labelling labelling, float[] code, int number) {
        int size = inference.rowSize(Inference.Function.DECODE);
        if (size == code.length) {
            return code;
        }
        float[] row = Arrays.copyOf(code, size);
        row[code.length + labelling.classOf(number)] = 1;
        return row;
    }

    /** The values in the data's units; a copy. */
    float[][] inUnits(Scaling scaling) {
        float[][] rows = new float[values.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = values[i].clone();
            scaling.invert(rows[i]);
        }
        return rows;
    }
}
