package dev.diabolo.engine;

import dev.diabolo.spi.graph.NoiseKind;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Fills noise placeholders: each example's values from its own stream, whichever shard it is in. */
final class NoiseFiller {
    private final RandomStreams random;

    NoiseFiller(RandomStreams random) {
        this.random = random;
    }

    /**
     * Fills one shard's array.
     *
     * @param update the number of updates in the run before this one
     * @param firstExample the position in the whole batch of the shard's first example
     */
    void fill(GraphContext.NoiseSource source, INDArray array, long update, int firstExample) {
        int width = source.perExample().size();
        int examples = (int) array.size(0);
        float[] row = new float[width];
        INDArray flat = array.reshape('c', examples, width);
        for (int example = 0; example < examples; example++) {
            SplittableRandom stream = random.stream("noise:" + source.name(), 0, update, firstExample + example);
            draw(source.kind(), stream, row);
            NativeArrays.write(flat, (long) example * width, row);
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
