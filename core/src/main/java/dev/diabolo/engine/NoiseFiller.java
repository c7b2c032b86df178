package dev.diabolo.engine;

import dev.diabolo.spi.graph.NoiseKind;
import java.util.SplittableRandom;

/** Fills noise placeholders: each example's values from its own stream, whichever shard it is in. */
final class NoiseFiller {
    private final RandomStreams random;

    NoiseFiller(RandomStreams random) {
        this.random = random;
    }

    /** Fills an array for a whole batch. */
    void fill(GraphContext.NoiseSource source, InputArray array, long update, int firstExample) {
        fill(source, array, update, firstExample, 0, array.rows());
    }

    /**
     * Fills some rows of an array.
     *
     * @param update the number of updates in the run before this one
     * @param firstExample the place in the whole batch of the array's first row
     */
    void fill(GraphContext.NoiseSource source, InputArray array, long update, int firstExample, int from, int to) {
        float[] row = new float[array.width()];
        String purpose = "noise:" + source.name();
        for (int i = from; i < to; i++) {
            SplittableRandom stream = random.stream(purpose, 0, update, firstExample + i);
            draw(source.kind(), stream, row);
            array.writeRow(i, row);
        }
    }

    private static void draw(NoiseKind kind, SplittableRandom stream, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = switch (kind) {
                case STANDARD_NORMAL -> (float) stream.nextGaussian();
                case UNIFORM -> (stream.nextInt() >>> 8) * 0x1p-24f;
            };
        }
    }
}
