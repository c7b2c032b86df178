package dev.diabolo.benchmarks.measure;

import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import java.util.Map;

/** The data that workloads run on: digits that Diabolo draws, and sine waves. The same on every machine. */
public final class WorkloadData {
    /** Training digits: a hundred batches of {@link Workload#W1}. */
    private static final int IMAGES = 12_800;

    private static final int SEQUENCES = 1_024;

    /** Steps in a sequence. */
    public static final int TIME = 50;

    /** Features of a step. */
    public static final int FEATURES = 8;

    /** The golden ratio's fraction, which spreads phases evenly. */
    private static final double GOLDEN = 0.618034;

    private WorkloadData() {}

    /** Digits to train on, and {@value Workload#ROWS} to test on. */
    public static Dataset digits() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            return diabolo.data("digits:" + IMAGES + "+" + Workload.ROWS);
        }
    }

    /** Sine waves of seven frequencies, each with a phase of its own: {@value #TIME} steps of {@value #FEATURES} features. */
    public static float[][] sequences() {
        float[][] sequences = new float[SEQUENCES][TIME * FEATURES];
        for (int i = 0; i < SEQUENCES; i++) {
            double frequency = 1 + i % 7 * 0.5;
            double phase = i * GOLDEN % 1;
            for (int step = 0; step < TIME; step++) {
                for (int feature = 0; feature < FEATURES; feature++) {
                    double turns = frequency * step / TIME + phase + feature / 8.0;
                    sequences[i][step * FEATURES + feature] = (float) (0.5 * Math.sin(2 * Math.PI * turns));
                }
            }
        }
        return sequences;
    }

    /** Whole batches of a workload that trains, in fixed order; each has its examples end to end, sequences step by step. */
    public static float[][] batches(Workload workload) {
        float[][] rows = workload == Workload.W4 ? sequences() : rows(digits().train());
        return join(rows, workload.batch(), rows.length / workload.batch());
    }

    /** The test digits in the batches of {@link Workload#W6}, of which the last is smaller. */
    public static float[][] testBatches() {
        int batch = Workload.W6.batch();
        return join(testRows(), batch, (Workload.ROWS + batch - 1) / batch);
    }

    /** The test digits. */
    public static float[][] testRows() {
        return rows(digits().testOrTrain());
    }

    private static float[][] rows(Examples examples) {
        float[][] rows = new float[examples.size()][examples.spec().size()];
        for (int i = 0; i < rows.length; i++) {
            examples.read(i, rows[i], 0);
        }
        return rows;
    }

    private static float[][] join(float[][] rows, int batch, int count) {
        int width = rows[0].length;
        float[][] batches = new float[count][];
        for (int i = 0; i < count; i++) {
            int size = Math.min(batch, rows.length - i * batch);
            batches[i] = new float[size * width];
            for (int j = 0; j < size; j++) {
                System.arraycopy(rows[i * batch + j], 0, batches[i], j * width, width);
            }
        }
        return batches;
    }
}
