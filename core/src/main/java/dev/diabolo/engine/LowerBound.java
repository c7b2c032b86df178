package dev.diabolo.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The parts of the negative evidence lower bound, and what each dimension of the code tells; means over examples.
 *
 * <p><b>Units:</b> nats.
 *
 * @param examples how many there were
 * @param reconstruction {@code E_q[-log p(x | z)]}
 * @param divergence {@code KL(q(z | x) || p(z))}
 * @param divergences of each dimension; empty where the divergence is estimated from samples
 * @param variances over the examples, of each dimension of the code's mode
 */
public record LowerBound(
        int examples, double reconstruction, double divergence, double[] divergences, double[] variances) {

    /**
     * Sums over some examples.
     *
     * @param modes of each dimension of the code
     * @param squares of the same
     */
    record Sums(
            int examples,
            double reconstruction,
            double divergence,
            double[] divergences,
            double[] modes,
            double[] squares) {}

    static LowerBound of(List<Sums> parts) {
        int examples = parts.stream().mapToInt(Sums::examples).sum();
        double[] means = mean(parts.stream().map(Sums::modes).toList(), examples);
        double[] variances = mean(parts.stream().map(Sums::squares).toList(), examples);
        for (int i = 0; i < variances.length; i++) {
            variances[i] = Math.max(0, variances[i] - means[i] * means[i]);
        }
        return new LowerBound(
                examples,
                parts.stream().mapToDouble(Sums::reconstruction).sum() / examples,
                parts.stream().mapToDouble(Sums::divergence).sum() / examples,
                mean(parts.stream().map(Sums::divergences).toList(), examples),
                variances);
    }

    private static double[] mean(List<double[]> sums, int examples) {
        double[] mean = new double[sums.get(0).length];
        for (double[] part : sums) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += part[i];
            }
        }
        return Arrays.stream(mean).map(sum -> sum / examples).toArray();
    }
}
