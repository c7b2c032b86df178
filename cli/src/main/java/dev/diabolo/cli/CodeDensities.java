package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.CodeSampler;
import dev.diabolo.spi.data.Examples;
import java.util.Arrays;
import java.util.Map;

/**
 * How likely a sampler finds the codes of some examples.
 *
 * @param mean the mean log-density in nats, of the codes that the sampler can draw; NaN where there are none
 * @param codes how many codes were looked at
 * @param neverDrawn how many of them have no density at all, such as those with an entry of a codebook that the sampler never saw
 */
record CodeDensities(double mean, int codes, int neverDrawn) {
    private static final int MOST = 1000;

    /** Of the first 1,000. */
    static CodeDensities of(Autoencoder model, CodeSampler sampler, Examples examples) {
        Examples first = new FirstExamples(examples, Math.min(MOST, examples.size()));
        double[] densities = Arrays.stream(model.encode(first).toArray())
                .mapToDouble(code -> sampler.fitted().logDensity(code))
                .toArray();
        double[] drawn = Arrays.stream(densities)
                .filter(density -> density != Double.NEGATIVE_INFINITY)
                .toArray();
        double mean = Arrays.stream(drawn).average().orElse(Double.NaN);
        return new CodeDensities(mean, densities.length, densities.length - drawn.length);
    }

    /** Where there is something to tell. */
    void putNeverDrawn(Map<String, Object> json, String key) {
        if (neverDrawn > 0) {
            json.put(key, neverDrawn);
        }
    }

    /** {@code the first 1000 of them 12.345 nats}. */
    String inWords(String what) {
        String never = neverDrawn > 0 ? " (without " + neverDrawn + " that it never draws)" : "";
        return "the first " + codes + " " + what + never + " " + TrainingProgress.number(mean) + " nats";
    }
}
