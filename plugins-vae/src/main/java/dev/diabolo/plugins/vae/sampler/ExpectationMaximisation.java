package dev.diabolo.plugins.vae.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Fits a mixture to codes; see {@link MixtureSamplerProvider}. */
final class ExpectationMaximisation {
    /** A component with less than this share of one code is left as it was: nothing tells where it belongs. */
    private static final double LEAST_WEIGHT = 1e-3;

    private final float[][] codes;
    private final MixtureSamplerOptions options;
    private final Moments all;

    ExpectationMaximisation(float[][] codes, MixtureSamplerOptions options) {
        this.codes = codes;
        this.options = options;
        this.all = Moments.of(codes);
    }

    Mixture run(long seed) {
        Mixture mixture = first(new SplittableRandom(seed));
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < options.iterations(); step++) {
            double[][] shares = new double[options.components()][codes.length];
            double now = expect(mixture, shares);
            if (now - before < options.tolerance()) {
                break;
            }
            before = now;
            mixture = maximise(mixture, shares);
        }
        return mixture;
    }

    /** Fills in each component's share of each code; gives the mean log-density. */
    private double expect(Mixture mixture, double[][] shares) {
        double[] densities = new double[codes.length];
        IntStream.range(0, codes.length).parallel().forEach(i -> {
            double[] parts = mixture.logDensities(codes[i]);
            densities[i] = Mixture.logSum(parts);
            for (int k = 0; k < parts.length; k++) {
                shares[k][i] = Math.exp(parts[k] - densities[i]);
            }
        });
        // Summed in order: a parallel sum would depend on the number of threads.
        double sum = 0;
        for (double density : densities) {
            sum += density;
        }
        return sum / codes.length;
    }

    private Mixture maximise(Mixture mixture, double[][] shares) {
        Normal[] components = new Normal[shares.length];
        double[] weights = new double[shares.length];
        IntStream.range(0, shares.length).parallel().forEach(k -> {
            double weight = Arrays.stream(shares[k]).sum();
            weights[k] = Math.max(LEAST_WEIGHT, weight);
            components[k] = weight < LEAST_WEIGHT ? mixture.components().get(k) : normal(Moments.of(codes, shares[k]));
        });
        return new Mixture(normalised(weights), List.of(components));
    }

    private Normal normal(Moments moments) {
        return Normal.of(moments, options.regularisation(), all.meanVariance());
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private Mixture first(SplittableRandom random) {
        int count = options.components();
        List<Normal> components = new ArrayList<>();
        double[] nearest = new double[codes.length];
        Arrays.fill(nearest, 1);
        for (int k = 0; k < count; k++) {
            float[] centre = codes[drawn(nearest, random)];
            for (int i = 0; i < codes.length; i++) {
                double distance = distance(codes[i], centre);
                nearest[i] = k == 0 ? distance : Math.min(nearest[i], distance);
            }
            double[] mean = IntStream.range(0, centre.length)
                    .mapToDouble(j -> centre[j])
                    .toArray();
            components.add(normal(new Moments(all.weight(), mean, all.covariance())));
        }
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return new Mixture(weights, components);
    }

    /** A number, as often as its weight is; any where all weigh nothing. */
    private static int drawn(double[] weights, SplittableRandom random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return random.nextInt(weights.length);
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = a[j] - b[j];
            sum += difference * difference;
        }
        return sum;
    }
}
