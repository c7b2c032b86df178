package dev.diabolo.plugins.vae.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.plugins.vae.GivenModel;
import dev.diabolo.spi.Draws;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Bounds of a model of one dimension, {@code x ~ N(a z, 1)}, {@code z ~ N(0, 1)}, {@code q = N(m, exp(l))}, against sums written out here.
 */
class ImportanceBoundTest {
    private static final TensorSpec ONE = TensorSpec.of(1);
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
    private static final double X = 1.7;
    private static final double SLOPE = 0.8;
    private static final double MEAN = 0.4;
    private static final double LOG_VARIANCE = -0.6;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "3, 4", "6, 1"})
    void theTermsAddUpToTheBound(int groups, int samples) {
        double[] noise = normal(groups * samples, 3);
        double expected = 0;
        for (int group = 0; group < groups; group++) {
            double sum = 0;
            for (int i = 0; i < samples; i++) {
                sum += Math.exp(logWeight(noise[group * samples + i], MEAN, LOG_VARIANCE, SLOPE));
            }
            expected -= Math.log(sum / samples) / groups;
        }

        Map<String, Output> terms = run(new ImportanceBound(groups, samples, Estimator.STANDARD), noise);

        double total = terms.get("reconstruction").values()[0]
                + terms.get("kl").values()[0]
                + terms.get("tightening").values()[0];
        assertThat(total).isCloseTo(expected, within(1e-12));
        assertThat(terms.get("tightening").values()[0]).isLessThanOrEqualTo(1e-12);
        if (samples == 1) {
            assertThat(terms.get("tightening").values()[0]).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void theDoublyReparameterisedGradientIsThatOfTheSource() {
        int samples = 4;
        double[] noise = normal(samples, 5);
        double deviation = Math.exp(LOG_VARIANCE / 2);
        double[] shares = shares(noise);
        double ofMean = 0;
        double ofLogVariance = 0;
        double ofSlope = 0;
        for (int i = 0; i < samples; i++) {
            double z = MEAN + deviation * noise[i];
            double slope = SLOPE * (X - SLOPE * z) - z + noise[i] / deviation;
            ofMean -= shares[i] * shares[i] * slope;
            ofLogVariance -= shares[i] * shares[i] * slope * 0.5 * deviation * noise[i];
            ofSlope -= shares[i] * (X - SLOPE * z) * z;
        }

        Map<String, double[]> found =
                gradients(new ImportanceBound(1, samples, Estimator.DOUBLY_REPARAMETERISED), noise);

        assertThat(found.get("mean")[0]).isCloseTo(ofMean, within(1e-12));
        assertThat(found.get("log-variance")[0]).isCloseTo(ofLogVariance, within(1e-12));
        assertThat(found.get("slope")[0]).isCloseTo(ofSlope, within(1e-12));
    }

    @Test
    void bothEstimatorsHaveOneExpectationAndTheDoublyReparameterisedLessVariance() {
        int samples = 8;
        double[] sums = new double[2];
        double[] squares = new double[2];
        int runs = 3000;
        ImportanceBound[] bounds = {
            new ImportanceBound(1, samples, Estimator.STANDARD),
            new ImportanceBound(1, samples, Estimator.DOUBLY_REPARAMETERISED)
        };
        for (int kind = 0; kind < 2; kind++) {
            try (GraphProbe probe = probe(bounds[kind], samples)) {
                for (int run = 0; run < runs; run++) {
                    double gradient =
                            gradients(probe, normal(samples, 100 + run)).get("mean")[0];
                    sums[kind] += gradient / runs;
                    squares[kind] += gradient * gradient / runs;
                }
            }
        }
        double varianceOfStandard = squares[0] - sums[0] * sums[0];
        double varianceOfOther = squares[1] - sums[1] * sums[1];

        double error = Math.sqrt((varianceOfStandard + varianceOfOther) / runs);
        assertThat(sums[1]).isCloseTo(sums[0], within(4 * error));
        assertThat(varianceOfOther).isLessThan(0.5 * varianceOfStandard);
    }

    @Test
    void bothEstimatorsReportTheSameValues() {
        double[] noise = normal(6, 9);

        Map<String, Output> standard = run(new ImportanceBound(2, 3, Estimator.STANDARD), noise);
        Map<String, Output> other = run(new ImportanceBound(2, 3, Estimator.DOUBLY_REPARAMETERISED), noise);

        standard.forEach(
                (name, term) -> assertThat(other.get(name).values()[0]).isCloseTo(term.values()[0], within(1e-12)));
    }

    private static double[] shares(double[] noise) {
        double[] shares = new double[noise.length];
        double sum = 0;
        for (int i = 0; i < noise.length; i++) {
            shares[i] = Math.exp(logWeight(noise[i], MEAN, LOG_VARIANCE, SLOPE));
            sum += shares[i];
        }
        for (int i = 0; i < noise.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double logWeight(double noise, double mean, double logVariance, double slope) {
        double z = mean + Math.exp(logVariance / 2) * noise;
        double likelihood = -0.5 * (Math.pow(X - slope * z, 2) + LOG_TWO_PI);
        double prior = -0.5 * (z * z + LOG_TWO_PI);
        double posterior = -0.5 * (noise * noise + logVariance + LOG_TWO_PI);
        return likelihood + prior - posterior;
    }

    private static Map<String, Output> run(ImportanceBound bound, double[] noise) {
        try (GraphProbe probe = probe(bound, noise.length)) {
            return probe.run(1, values(noise));
        }
    }

    private static Map<String, double[]> gradients(ImportanceBound bound, double[] noise) {
        try (GraphProbe probe = probe(bound, noise.length)) {
            return gradients(probe, noise);
        }
    }

    /** Of the sum of the terms. */
    private static Map<String, double[]> gradients(GraphProbe probe, double[] noise) {
        Map<String, Output> found = probe.gradients("total", new double[] {1}, 1, values(noise));
        return Map.of(
                "mean", found.get("input-0").values(),
                "log-variance", found.get("input-1").values(),
                "slope", found.get("input-2").values());
    }

    private static List<double[]> values(double[] noise) {
        return List.of(new double[] {MEAN}, new double[] {LOG_VARIANCE}, new double[] {SLOPE}, noise);
    }

    private static GraphProbe probe(ImportanceBound bound, int count) {
        return GraphProbe.of(true, 1, List.of(ONE, ONE, ONE, TensorSpec.of(count)), (scope, inputs) -> {
            SDVariable noise = inputs.get(3).variable().reshape(-1, 1);
            SDVariable zeros = noise.mul(0);
            Tensor mean = rows(zeros.add(inputs.get(0).variable()));
            Tensor logVariance = rows(zeros.add(inputs.get(1).variable()));
            SDVariable deviation =
                    scope.graph().math().exp(logVariance.variable().mul(0.5));
            Tensor code = rows(mean.variable().add(deviation.mul(noise)));
            SDVariable slope = zeros.add(inputs.get(2).variable());
            SDVariable error = code.variable().mul(slope).rsub(X);
            SDVariable likelihood = error.mul(error).add(LOG_TWO_PI).mul(0.5).sum(1);
            Latent latent = new Latent.Gaussian(mean, logVariance, code);
            GivenModel.Given reconstruction = new GivenModel.Given(code, likelihood);
            Map<String, SDVariable> terms = new java.util.HashMap<>(bound.build(
                    scope,
                    new GivenModel(
                            inputs.get(0),
                            latent,
                            reconstruction,
                            code,
                            new Draws(count, code, latent, reconstruction))));
            terms.put("total", terms.get("reconstruction").add(terms.get("kl")).add(terms.get("tightening")));
            return terms;
        });
    }

    private static Tensor rows(SDVariable variable) {
        return new Tensor(variable, ONE);
    }

    private static double[] normal(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
