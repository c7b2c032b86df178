package dev.diabolo.spi.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model achieves on examples that it did not learn from. All values are in the model's units, after scaling.
 *
 * @param examples how many there were
 * @param loss the terms, weighted and summed
 * @param terms the mean of each term over the examples, not weighted
 * @param mse mean squared error per value
 * @param mae mean absolute error per value; NaN, as the measures before and after, of a model that does not encode
 * @param psnr peak signal-to-noise ratio for a peak of 1, in decibel: {@code -10 log10(mse)}
 */
public record EvaluationReport(
        long examples, double loss, Map<String, Double> terms, double mse, double mae, double psnr) {
    public EvaluationReport {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }
}
