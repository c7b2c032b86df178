package dev.diabolo.engine;

/**
 * Loops over a chunk of gradients and the state that belongs to it. Each loop is small on purpose, and every array begins at
 * 0: HotSpot turns loops of a few operations into vector instructions, and leaves longer ones, or those over arrays at
 * different offsets, as they are (five to eight times slower on JDK 17). A longer loop has to be measured: Adam's, over four arrays, is
 * vectorised, and takes a tenth less than three loops, since it waits for memory once (docs/performance.md).
 */
final class Moments {
    private Moments() {}

    /** {@code mean <- beta mean + (1 - beta) values}. */
    static void average(float[] mean, float[] values, double beta, int length) {
        float kept = (float) beta;
        float added = (float) (1 - beta);
        for (int i = 0; i < length; i++) {
            mean[i] = kept * mean[i] + added * values[i];
        }
    }

    /** {@code mean <- beta mean + (1 - beta) values^2}. */
    static void averageSquare(float[] mean, float[] values, double beta, int length) {
        float kept = (float) beta;
        float added = (float) (1 - beta);
        for (int i = 0; i < length; i++) {
            mean[i] = kept * mean[i] + added * values[i] * values[i];
        }
    }

    /** {@code sum <- sum + values^2}. */
    static void addSquare(float[] sum, float[] values, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] = sum[i] + values[i] * values[i];
        }
    }

    /** {@code greatest <- max(beta greatest, |values|)}. */
    static void greatest(float[] greatest, float[] values, double beta, int length) {
        float kept = (float) beta;
        for (int i = 0; i < length; i++) {
            greatest[i] = Math.max(kept * greatest[i], Math.abs(values[i]));
        }
    }

    /** {@code greatest <- max(greatest, values)}. */
    static void greatest(float[] greatest, float[] values, int length) {
        for (int i = 0; i < length; i++) {
            greatest[i] = Math.max(greatest[i], values[i]);
        }
    }

    /** {@code values <- values + factor others}. */
    static void addScaled(float[] values, float[] others, float factor, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = values[i] + factor * others[i];
        }
    }

    /** {@code values <- factor values}. */
    static void scale(float[] values, float factor, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = factor * values[i];
        }
    }

    /** {@code values <- values limited to [-limit, limit]}. */
    static void limit(float[] values, float limit, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Math.max(-limit, Math.min(limit, values[i]));
        }
    }

    /** The sum of squares, in double precision and an order that depends on the length alone. */
    static double sumOfSquares(float[] values, int length) {
        // Four sums: a single one would wait for each addition to end before the next begins.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = length & ~3;
        for (int i = 0; i < whole; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (int i = whole; i < length; i++) {
            a += (double) values[i] * values[i];
        }
        return (a + b) + (c + d);
    }
}
