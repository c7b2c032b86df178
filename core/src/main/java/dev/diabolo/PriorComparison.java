package dev.diabolo;

import dev.diabolo.data.RowExamples;
import dev.diabolo.data.Splits;
import dev.diabolo.engine.classification.ClassifierNetwork;
import dev.diabolo.metrics.ClassStatistics;
import dev.diabolo.metrics.MeanDiscrepancy;
import dev.diabolo.metrics.RowProducts;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.ExamplesView;
import java.util.Arrays;

/**
 * Compares codes with draws, by their discrepancy and by a classifier.
 *
 * @param codes in an order that says nothing of them
 * @param draws at least as many, and at least twice as many as {@link #mmdCodes()}
 */
record PriorComparison(float[][] codes, float[][] draws, long seed, int workers) {
    /** Twice as many draws have a matrix of kernels of 64 MiB. */
    static final int MOST_MMD_CODES = 2000;

    private static final int FEATURES = 64;

    static int mmdCodes(int codes) {
        return Math.min(codes, MOST_MMD_CODES);
    }

    PriorReport report(String source, RowProducts products) {
        int some = mmdCodes(codes.length);
        MeanDiscrepancy discrepancy = new MeanDiscrepancy(products, Arrays.copyOf(draws, 2 * some));
        double mmd = discrepancy.squared(Arrays.copyOf(codes, some));
        double threshold = discrepancy.threshold(seed);
        Splits.HeldOut split = Splits.holdOut(new TwoKinds(RowExamples.of(standardised()), codes.length), 0.5, seed);
        Examples test = split.validation();
        return new PriorReport(
                source, mmd, threshold, some, error(split.train(), test), 0.5 / Math.sqrt(test.size()), codes.length);
    }

    /** Codes, and as many draws behind them, of mean 0 and variance 1 in each dimension. */
    private float[][] standardised() {
        int n = codes.length;
        int width = codes[0].length;
        float[][] both = new float[2 * n][width];
        for (int j = 0; j < width; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < 2 * n; i++) {
                double value = row(i)[j];
                sum += value;
                squares += value * value;
            }
            double mean = sum / (2 * n);
            double deviation = Math.sqrt(Math.max(0, squares / (2 * n) - mean * mean));
            for (int i = 0; i < 2 * n; i++) {
                both[i][j] = deviation > 0 ? (float) ((row(i)[j] - mean) / deviation) : 0;
            }
        }
        return both;
    }

    private float[] row(int i) {
        return i < codes.length ? codes[i] : draws[i - codes.length];
    }

    /** The share that a classifier gets wrong of the half that it has not seen. */
    private double error(Examples train, Examples test) {
        try (ClassifierNetwork network = ClassifierNetwork.train(
                train, train::label, 2, Classifier.Course.of(train.size()).settings(FEATURES, seed, workers))) {
            float[][] probabilities = network.run(test.size(), i -> {
                        float[] row = new float[test.spec().size()];
                        test.read(i, row, 0);
                        return row;
                    })
                    .probabilities();
            int wrong = 0;
            for (int i = 0; i < test.size(); i++) {
                wrong += ClassStatistics.mostLikely(probabilities[i]) == test.label(i) ? 0 : 1;
            }
            return (double) wrong / test.size();
        }
    }

    /** Rows of which the first are of class 0, and all others of class 1. */
    private record TwoKinds(Examples source, int first) implements ExamplesView {
        @Override
        public boolean labelled() {
            return true;
        }

        @Override
        public int label(int index) {
            return index < first ? 0 : 1;
        }
    }
}
