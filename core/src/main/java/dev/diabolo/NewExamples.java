package dev.diabolo;

import dev.diabolo.data.Scaling;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a model generates, drawn on the threads of the pool that the caller runs in: codes and what is decoded of them, scaled. */
record NewExamples(float[][] codes, float[][] values) {
    static NewExamples draw(Generation generation, Optional<CodeSampler> sampler, int width, int count, long seed) {
        generation.requirePossible(sampler, seed);
        float[][] codes = new float[count][generation.codeSize()];
        float[][] values = new float[count][width];
        int blocks = (count + RowFunctions.BLOCK - 1) / RowFunctions.BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int first = block * RowFunctions.BLOCK;
            int size = Math.min(RowFunctions.BLOCK, count - first);
            generation.draw(sampler, first, size, seed, i -> codes[first + i], i -> values[first + i]);
        });
        return new NewExamples(codes, values);
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
