package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A mixture of normal distributions; of one, that distribution.
 *
 * @param weights of the components, with a sum of 1
 */
record Mixture(double[] weights, List<Normal> components) implements FittedSampler {
    private static final String WEIGHTS = "weights";
    private static final String MEANS = "means";
    private static final String FACTORS = "factors";

    @Override
    public int size() {
        return components.get(0).mean().length;
    }

    @Override
    public float[] sample(SplittableRandom random) {
        double share = random.nextDouble();
        int chosen = 0;
        while (chosen < weights.length - 1 && share >= weights[chosen]) {
            share -= weights[chosen++];
        }
        return components.get(chosen).sample(random);
    }

    @Override
    public double logDensity(float[] code) {
        double[] parts = logDensities(code);
        return logSum(parts);
    }

    /** {@code log (weight density)} of each component. */
    double[] logDensities(float[] code) {
        double[] parts = new double[weights.length];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = Math.log(weights[k]) + components.get(k).logDensity(code);
        }
        return parts;
    }

    static double logSum(double[] parts) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double part : parts) {
            largest = Math.max(largest, part);
        }
        double sum = 0;
        for (double part : parts) {
            sum += Math.exp(part - largest);
        }
        return largest + Math.log(sum);
    }

    @Override
    public Map<String, TrainedParameter> state() {
        int count = weights.length;
        int size = size();
        float[] shares = new float[count];
        float[] means = new float[count * size];
        float[] factors = new float[count * size * size];
        for (int k = 0; k < count; k++) {
            shares[k] = (float) weights[k];
            for (int j = 0; j < size; j++) {
                means[k * size + j] = (float) components.get(k).mean()[j];
                for (int i = 0; i < size; i++) {
                    factors[(k * size + j) * size + i] =
                            (float) components.get(k).factor()[j][i];
                }
            }
        }
        return Map.of(
                WEIGHTS, new TrainedParameter(new long[] {count}, shares),
                MEANS, new TrainedParameter(new long[] {count, size}, means),
                FACTORS, new TrainedParameter(new long[] {count, size, size}, factors));
    }

    static Mixture restore(Map<String, TrainedParameter> state) {
        float[] shares = values(state.get(WEIGHTS), 1);
        float[] means = values(state.get(MEANS), shares.length);
        int size = means.length / shares.length;
        float[] factors = values(state.get(FACTORS), means.length * size);
        if (factors.length != means.length * size) {
            throw broken();
        }
        double[] weights = new double[shares.length];
        List<Normal> components = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            weights[k] = shares[k];
            double[] mean = new double[size];
            double[][] factor = new double[size][size];
            for (int j = 0; j < size; j++) {
                mean[j] = means[k * size + j];
                for (int i = 0; i < size; i++) {
                    factor[j][i] = factors[(k * size + j) * size + i];
                }
            }
            components.add(new Normal(mean, factor));
        }
        return new Mixture(weights, components);
    }

    /** A part of a state, of a multiple of some number of values. */
    private static float[] values(@Nullable TrainedParameter part, int multiple) {
        if (part == null || part.values().length == 0 || part.values().length % multiple != 0) {
            throw broken();
        }
        return part.values();
    }

    private static DiaboloException broken() {
        return DiaboloException.user(
                "sampler.broken",
                Problem.of("what is kept of the fitted distribution does not fit together")
                        .remedy("fit it again with 'diabolo fit-sampler'"));
    }
}
