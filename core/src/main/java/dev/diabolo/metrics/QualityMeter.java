package dev.diabolo.metrics;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Compares originals with what came back, pair by pair. For one thread. */
public final class QualityMeter {
    private final int width;
    private final double peak;
    private final @Nullable StructuralSimilarity similarity;
    private long count;
    private double squares;
    private double similarities;

    /**
     * @param spec of one example
     * @param peak the largest value that the data can have
     */
    public QualityMeter(TensorSpec spec, double peak) {
        this.width = spec.size();
        this.peak = peak;
        this.similarity = StructuralSimilarity.applies(spec) ? new StructuralSimilarity(spec, peak) : null;
    }

    /** Adds a pair. */
    public void add(float[] original, float[] restored) {
        count++;
        for (int i = 0; i < width; i++) {
            double error = (double) original[i] - restored[i];
            squares += error * error;
        }
        if (similarity != null) {
            similarities += similarity.of(original, restored);
        }
    }

    /** How many pairs there were. */
    public long count() {
        return count;
    }

    /** Mean squared error per value. */
    public double meanSquaredError() {
        return squares / (count * (double) width);
    }

    /** Of the mean squared error over all pairs. */
    public double psnr() {
        return Psnr.of(meanSquaredError(), peak);
    }

    /** The mean over all pairs; empty where the data are no images, or too small ones. */
    public OptionalDouble structuralSimilarity() {
        return similarity == null ? OptionalDouble.empty() : OptionalDouble.of(similarities / count);
    }
}
