package dev.diabolo;

import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers with mean 0 and variance 1 in each dimension.
 *
 * @param means of the codes
 * @param deviations of the codes; 1 where a dimension does not vary
 */
record StandardisedCodes(TensorSpec spec, float[] means, float[] deviations) implements CodeTranslation {
    private static final String MEANS = "code-means";
    private static final String DEVIATIONS = "code-deviations";

    /** Less is rounding, of a dimension that does not vary. */
    private static final double LEAST_SHARE = 1e-6;

    static StandardisedCodes of(TensorSpec spec, float[][] codes) {
        int size = spec.size();
        float[] means = new float[size];
        float[] deviations = new float[size];
        for (int j = 0; j < size; j++) {
            double sum = 0;
            for (float[] code : codes) {
                sum += code[j];
            }
            double mean = sum / codes.length;
            double squares = 0;
            for (float[] code : codes) {
                squares += (code[j] - mean) * (code[j] - mean);
            }
            double deviation = Math.sqrt(squares / codes.length);
            means[j] = (float) mean;
            deviations[j] = deviation > LEAST_SHARE * Math.abs(mean) ? (float) deviation : 1;
        }
        return new StandardisedCodes(spec, means, deviations);
    }

    static StandardisedCodes restore(TensorSpec spec, Map<String, TrainedParameter> state) {
        TrainedParameter means = state.get(MEANS);
        TrainedParameter deviations = state.get(DEVIATIONS);
        if (means == null
                || deviations == null
                || means.values().length != spec.size()
                || deviations.values().length != spec.size()) {
            throw DiaboloException.user(
                    "sampler.broken",
                    Problem.of("what is kept of the fitted distribution does not fit codes of shape " + spec)
                            .remedy("fit it again with 'diabolo fit-sampler'"));
        }
        return new StandardisedCodes(spec, means.values(), deviations.values());
    }

    @Override
    public CodeSpace space() {
        return new CodeSpace.Numbers(spec);
    }

    @Override
    public int size() {
        return means.length;
    }

    @Override
    public Optional<float[]> seen(float[] code) {
        float[] seen = new float[code.length];
        for (int j = 0; j < seen.length; j++) {
            seen[j] = (code[j] - means[j]) / deviations[j];
        }
        return Optional.of(seen);
    }

    @Override
    public float[] code(float[] seen) {
        float[] code = new float[seen.length];
        for (int j = 0; j < code.length; j++) {
            code[j] = means[j] + deviations[j] * seen[j];
        }
        return code;
    }

    @Override
    public double logVolume() {
        double sum = 0;
        for (float deviation : deviations) {
            sum -= Math.log(deviation);
        }
        return sum;
    }

    @Override
    public Map<String, TrainedParameter> state() {
        return Map.of(
                MEANS, new TrainedParameter(new long[] {means.length}, means),
                DEVIATIONS, new TrainedParameter(new long[] {means.length}, deviations));
    }
}
