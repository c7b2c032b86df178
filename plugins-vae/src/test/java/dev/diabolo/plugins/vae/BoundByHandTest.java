package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.LikelihoodReport;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.training.EvaluationReport;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A variational autoencoder of digits, from the command's settings to the figures of an evaluation, against the formulas: computed in double
 * precision from the parameters in the model's file, with other noise.
 */
class BoundByHandTest {
    private static final int EXAMPLES = 40;
    private static final int SAMPLES = 500;
    private static final int CODE = 4;

    @TempDir
    private Path directory;

    @Test
    void theBoundItsPartsAndTheLikelihoodAreWhatTheFormulasSay() throws Exception {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Dataset digits = diabolo.data("digits:1000+" + EXAMPLES);
            Examples test = digits.test().orElseThrow();
            Path file = directory.resolve("model.dbl");
            try (Autoencoder model = diabolo.training("vae")
                    .set("latent", CODE)
                    .set("encoder.hidden", 24)
                    .set("learning-rate", 0.01)
                    .batch(20)
                    .epochs(15)
                    .seed(1)
                    .train(digits)) {
                model.save(file);
                ByHand expected = new ByHand(StoredParameters.of(file), test);

                LikelihoodReport report = model.measurements()
                        .likelihood(test, SAMPLES, SAMPLES, 5)
                        .orElseThrow();
                // Codes are used, so that a wrong divergence would be seen.
                assertThat(expected.divergence).isGreaterThan(1);
                assertThat(report.kl()).isCloseTo(expected.divergence, withinPercentage(0.01));
                for (int j = 0; j < CODE; j++) {
                    assertThat(report.klPerDimension().get(j))
                            .isCloseTo(expected.divergences[j], withinPercentage(0.01));
                }
                assertThat(report.reconstruction()).isCloseTo(expected.reconstruction, withinPercentage(0.3));
                assertThat(report.negativeElbo())
                        .isCloseTo(expected.reconstruction + expected.divergence, withinPercentage(0.3));
                assertThat(report.nll().orElseThrow()).isCloseTo(-expected.logLikelihood, withinPercentage(0.3));

                EvaluationReport evaluation = model.evaluate(test);
                assertThat(evaluation.terms().get("kl")).isCloseTo(expected.divergence, withinPercentage(0.01));
                assertThat(evaluation.terms().get("reconstruction"))
                        .isCloseTo(expected.reconstruction, withinPercentage(3));
                assertThat(evaluation.loss())
                        .isEqualTo(evaluation.terms().get("kl")
                                + evaluation.terms().get("reconstruction"));
            }
        }
    }

    /** Means over the examples. */
    private static final class ByHand {
        private final double[] divergences = new double[CODE];
        private double divergence;
        private double reconstruction;
        private double logLikelihood;

        ByHand(StoredParameters parameters, Examples examples) {
            Random random = new Random(7);
            float[] row = new float[examples.spec().size()];
            for (int i = 0; i < EXAMPLES; i++) {
                examples.read(i, row, 0);
                double[] x = new double[row.length];
                Arrays.setAll(x, pixel -> (double) row[pixel]);
                add(parameters, x, random);
            }
        }

        private void add(StoredParameters parameters, double[] x, Random random) {
            double[] hidden = rectified(parameters.linear("encoder/layer-0", x));
            double[] mean = parameters.linear("posterior/mean", hidden);
            double[] logVariance = parameters.linear("posterior/log-variance", hidden);
            for (int j = 0; j < CODE; j++) {
                double ofDimension = 0.5 * (mean[j] * mean[j] + Math.exp(logVariance[j]) - 1 - logVariance[j]);
                divergences[j] += ofDimension / EXAMPLES;
                divergence += ofDimension / EXAMPLES;
            }
            double[] logWeights = new double[SAMPLES];
            for (int s = 0; s < SAMPLES; s++) {
                double[] code = new double[CODE];
                double logRatio = 0;
                for (int j = 0; j < CODE; j++) {
                    double noise = random.nextGaussian();
                    code[j] = mean[j] + Math.exp(logVariance[j] / 2) * noise;
                    // log p(z) - log q(z | x); both have the same log of 2 pi.
                    logRatio += -0.5 * code[j] * code[j] + 0.5 * (noise * noise + logVariance[j]);
                }
                double[] logits =
                        parameters.linear("decoder/output", rectified(parameters.linear("decoder/layer-0", code)));
                double logProbability = logBernoulli(logits, x);
                reconstruction -= logProbability / SAMPLES / EXAMPLES;
                logWeights[s] = logProbability + logRatio;
            }
            double greatest = Arrays.stream(logWeights).max().orElseThrow();
            double sum = Arrays.stream(logWeights)
                    .map(weight -> Math.exp(weight - greatest))
                    .sum();
            logLikelihood += (greatest + Math.log(sum / SAMPLES)) / EXAMPLES;
        }

        private static double[] rectified(double[] values) {
            return Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
        }

        private static double logBernoulli(double[] logits, double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double probability = 1 / (1 + Math.exp(-logits[i]));
                sum += x[i] * Math.log(probability) + (1 - x[i]) * Math.log1p(-probability);
            }
            return sum;
        }
    }
}
