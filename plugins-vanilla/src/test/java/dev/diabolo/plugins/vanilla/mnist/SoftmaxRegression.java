package dev.diabolo.plugins.vanilla.mnist;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression on frozen features, most of which may be zero: what tells how good features are.
 *
 * <p>Each feature is divided by the root of its mean square over the training examples, and not centred, so that zeros stay. Adam
 * on batches of 100, with a step size that falls linearly to zero, and a penalty of {@code decay / 2} on the squares of the weights.
 */
final class SoftmaxRegression {
    private static final int BATCH = 100;
    private static final double STEP_SIZE = 2e-3;
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;

    private final int classes;
    private final float[] scale;
    private final double[] weights;

    private SoftmaxRegression(int classes, float[] scale) {
        this.classes = classes;
        this.scale = scale;
        this.weights = new double[(scale.length + 1) * classes];
    }

    static SoftmaxRegression fit(float[][] features, int[] labels, int classes, double decay, int epochs, long seed) {
        SoftmaxRegression model = new SoftmaxRegression(classes, scale(features));
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[features.length];
        Arrays.setAll(order, i -> i);
        double[] gradient = new double[model.weights.length];
        double[] first = new double[model.weights.length];
        double[] second = new double[model.weights.length];
        int steps = epochs * ((features.length + BATCH - 1) / BATCH);
        int step = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += BATCH) {
                int to = Math.min(order.length, from + BATCH);
                Arrays.fill(gradient, 0);
                for (int i = from; i < to; i++) {
                    model.addGradient(features[order[i]], labels[order[i]], 1.0 / (to - from), gradient);
                }
                double rate = STEP_SIZE * (1 - (double) step / steps);
                model.update(gradient, first, second, decay, rate, ++step);
            }
        }
        return model;
    }

    /** The share of examples whose likeliest class is not their label. */
    double error(float[][] features, int[] labels) {
        int wrong = 0;
        for (int i = 0; i < features.length; i++) {
            double[] scores = scores(features[i]);
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = scores[c] > scores[best] ? c : best;
            }
            wrong += best == labels[i] ? 0 : 1;
        }
        return (double) wrong / features.length;
    }

    private static float[] scale(float[][] features) {
        double[] squares = new double[features[0].length];
        for (float[] row : features) {
            for (int j = 0; j < row.length; j++) {
                squares[j] += row[j] * row[j];
            }
        }
        float[] scale = new float[squares.length];
        for (int j = 0; j < scale.length; j++) {
            scale[j] = squares[j] == 0 ? 0 : (float) (1 / Math.sqrt(squares[j] / features.length));
        }
        return scale;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
    }

    private double[] scores(float[] row) {
        int bias = scale.length * classes;
        double[] scores = Arrays.copyOfRange(weights, bias, bias + classes);
        for (int j = 0; j < row.length; j++) {
            if (row[j] != 0) {
                double value = row[j] * scale[j];
                for (int c = 0; c < classes; c++) {
                    scores[c] += value * weights[j * classes + c];
                }
            }
        }
        return scores;
    }

    private void addGradient(float[] row, int label, double share, double[] gradient) {
        double[] errors = scores(row);
        double most = Arrays.stream(errors).max().orElseThrow();
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            errors[c] = Math.exp(errors[c] - most);
            sum += errors[c];
        }
        for (int c = 0; c < classes; c++) {
            errors[c] = share * (errors[c] / sum - (c == label ? 1 : 0));
        }
        for (int j = 0; j < row.length; j++) {
            if (row[j] != 0) {
                double value = row[j] * scale[j];
                for (int c = 0; c < classes; c++) {
                    gradient[j * classes + c] += value * errors[c];
                }
            }
        }
        int bias = scale.length * classes;
        for (int c = 0; c < classes; c++) {
            gradient[bias + c] += errors[c];
        }
    }

    private void update(double[] gradient, double[] first, double[] second, double decay, double rate, int step) {
        double correction = Math.sqrt(1 - Math.pow(BETA_2, step)) / (1 - Math.pow(BETA_1, step));
        for (int i = 0; i < weights.length; i++) {
            double slope = gradient[i] + (i < scale.length * classes ? decay * weights[i] : 0);
            first[i] += (1 - BETA_1) * (slope - first[i]);
            second[i] += (1 - BETA_2) * (slope * slope - second[i]);
            weights[i] -= rate * correction * first[i] / (Math.sqrt(second[i]) + 1e-8);
        }
    }
}
