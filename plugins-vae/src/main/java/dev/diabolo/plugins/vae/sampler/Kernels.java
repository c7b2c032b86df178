package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A normal distribution around each of some codes.
 *
 * @param widths standard deviation of each dimension
 */
record Kernels(float[][] codes, float[] widths) implements FittedSampler {
    /** Of a dimension that does not vary. */
    static final double LEAST_WIDTH = 1e-6;

    private static final String CODES = "codes";
    private static final String WIDTHS = "widths";
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    @Override
    public int size() {
        return widths.length;
    }

    @Override
    public float[] sample(SplittableRandom random) {
        float[] code = codes[random.nextInt(codes.length)].clone();
        for (int j = 0; j < code.length; j++) {
            code[j] += (float) (widths[j] * random.nextGaussian());
        }
        return code;
    }

    @Override
    public double logDensity(float[] code) {
        double scale = size() * LOG_TWO_PI;
        for (float width : widths) {
            scale += 2 * Math.log(width);
        }
        double[] parts = new double[codes.length];
        for (int i = 0; i < parts.length; i++) {
            double sum = scale;
            for (int j = 0; j < widths.length; j++) {
                double difference = (code[j] - codes[i][j]) / widths[j];
                sum += difference * difference;
            }
            parts[i] = -0.5 * sum;
        }
        return Mixture.logSum(parts) - Math.log(codes.length);
    }

    @Override
    public Map<String, TrainedParameter> state() {
        float[] all = new float[codes.length * size()];
        for (int i = 0; i < codes.length; i++) {
            System.arraycopy(codes[i], 0, all, i * size(), size());
        }
        return Map.of(
                CODES, new TrainedParameter(new long[] {codes.length, size()}, all),
                WIDTHS, new TrainedParameter(new long[] {size()}, widths.clone()));
    }

    static Kernels restore(Map<String, TrainedParameter> state) {
        TrainedParameter all = state.get(CODES);
        TrainedParameter widths = state.get(WIDTHS);
        if (all == null
                || widths == null
                || widths.values().length == 0
                || all.values().length == 0
                || all.values().length % widths.values().length != 0) {
            throw DiaboloException.user(
                    "sampler.broken",
                    Problem.of("what is kept of the fitted distribution does not fit together")
                            .remedy("fit it again with 'diabolo fit-sampler'"));
        }
        int size = widths.values().length;
        float[][] codes = new float[all.values().length / size][];
        Arrays.setAll(codes, i -> Arrays.copyOfRange(all.values(), i * size, (i + 1) * size));
        return new Kernels(codes, widths.values());
    }
}
