package dev.diabolo.plugins.vae.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.plugins.vae.likelihood.categorical.CategoricalLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.composite.CompositeLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.continuousbernoulli.ContinuousBernoulliLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.gaussian.GaussianLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.laplace.LaplaceLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.negativebinomial.NegativeBinomialLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.poisson.PoissonLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.student.StudentLikelihoodProvider;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Negative log-likelihoods against distributions of Commons Math, or formulas and integrals written out here. */
class LikelihoodValuesTest {
    private static final double[] RAW = {-3, -0.4, 0, 1.2, 4};
    private static final double[] DATA = {-2.5, 0.7, 0.1, -3, 9};
    private static final double[] COUNTS = {0, 1, 3, 12, 150};

    @Test
    void gaussianOfFixedDeviation() {
        assertValue(
                likelihood(new GaussianLikelihoodProvider(), Map.of("scale.value", 0.3)),
                RAW,
                DATA,
                (i, raw) -> -new NormalDistribution(raw, 0.3).logDensity(DATA[i]));
    }

    @Test
    void gaussianOfADeviationForEachValue() {
        double least = Math.log(0.001);
        double[] logScales = {-8, -1, 0, 1, 5};
        double expected = 0;
        for (int i = 0; i < RAW.length; i++) {
            double scale = Math.exp(least + Math.log1p(Math.exp(logScales[i] - least)));
            expected -= new NormalDistribution(RAW[i], scale).logDensity(DATA[i]);
        }
        Likelihood likelihood = likelihood(new GaussianLikelihoodProvider(), Map.of("scale.kind", "per-value"));

        LikelihoodValues found = LikelihoodValues.of(likelihood, concatenated(RAW, logScales), DATA);

        assertThat(found.nll()[0]).isCloseTo(expected, within(1e-9 * expected));
        assertThat(found.mean()).containsExactly(RAW);
    }

    @Test
    void laplace() {
        assertValue(
                likelihood(new LaplaceLikelihoodProvider(), Map.of("scale.value", 2)),
                RAW,
                DATA,
                (i, raw) -> -new LaplaceDistribution(raw, 2).logDensity(DATA[i]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 4, 300})
    void studentT(double degrees) {
        assertValue(
                likelihood(new StudentLikelihoodProvider(), Map.of("degrees", degrees, "scale.value", 0.5)),
                RAW,
                DATA,
                (i, raw) -> Math.log(0.5) - new TDistribution(degrees).logDensity((DATA[i] - raw) / 0.5));
    }

    @Test
    void poisson() {
        assertValue(
                likelihood(new PoissonLikelihoodProvider(), Map.of()),
                RAW,
                COUNTS,
                (i, raw) -> -new PoissonDistribution(Math.exp(raw)).logProbability((int) COUNTS[i]));
    }

    @Test
    void negativeBinomialOfAWholeDispersionIsPascals() {
        // At first the logarithm of the dispersion is 0: one failure.
        assertValue(likelihood(new NegativeBinomialLikelihoodProvider(), Map.of()), RAW, COUNTS, (i, raw) -> {
            double success = 1 / (1 + Math.exp(raw));
            return -new PascalDistribution(1, success).logProbability((int) COUNTS[i]);
        });
    }

    @Test
    void negativeBinomialOfADispersionForEachValue() {
        double[] logDispersions = {-6, -2, 0.3, 3, 9};
        double expected = 0;
        for (int i = 0; i < RAW.length; i++) {
            double r = Math.exp(10 * Math.tanh(logDispersions[i] / 10));
            double mean = Math.exp(RAW[i]);
            double x = COUNTS[i];
            expected -= Gamma.logGamma(x + r)
                    - Gamma.logGamma(r)
                    - Gamma.logGamma(x + 1)
                    + r * Math.log(r / (r + mean))
                    + x * Math.log(mean / (r + mean));
        }
        Likelihood likelihood = likelihood(new NegativeBinomialLikelihoodProvider(), Map.of("dispersion", "per-value"));

        assertThat(LikelihoodValues.of(likelihood, concatenated(RAW, logDispersions), COUNTS)
                        .nll()[0])
                .isCloseTo(expected, within(1e-8 * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-40, -1.5, -1, -0.9, -1e-3, -1e-9, 1e-6, 0.4, 1, 1.0001, 3, 25})
    void continuousBernoulliIntegratesToOneAndHasItsMean(double natural) {
        Likelihood likelihood = likelihood(new ContinuousBernoulliLikelihoodProvider(), Map.of());
        double at = 0.3;
        double exponential = integral(x -> Math.exp(natural * (x - 0.5)));
        double expected = Math.log(exponential) - natural * (at - 0.5);
        double mean = integral(x -> x * Math.exp(natural * (x - 0.5))) / exponential;

        LikelihoodValues found = LikelihoodValues.of(likelihood, new double[] {natural}, new double[] {at});

        assertThat(found.nll()[0]).isCloseTo(expected, within(1e-10));
        assertThat(found.mean()[0]).isCloseTo(mean, within(1e-10));
        assertThat(found.gradient()[0]).isCloseTo(mean - at, within(1e-9));
    }

    @Test
    void continuousBernoulliAtAHalfIsUniform() {
        Likelihood likelihood = likelihood(new ContinuousBernoulliLikelihoodProvider(), Map.of());

        LikelihoodValues found = LikelihoodValues.of(likelihood, new double[] {0}, new double[] {0.9});

        assertThat(found.nll()).containsExactly(0);
        assertThat(found.mean()).containsExactly(0.5);
        assertThat(found.gradient()[0]).isCloseTo(-0.4, within(1e-15));
    }

    @Test
    void categoricalIsOneVariableForEachGroupOfValues() {
        double[] raw = {1, 2, 3, -4, 0, 5};
        double[] data = {0, 1, 0, 1, 0, 0};
        double expected =
                -2 + Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) + 4 + Math.log(Math.exp(-4) + 1 + Math.exp(5));
        Likelihood likelihood = likelihood(new CategoricalLikelihoodProvider(), Map.of("categories", 3));

        LikelihoodValues found = LikelihoodValues.of(likelihood, raw, data);

        assertThat(found.nll()[0]).isCloseTo(expected, within(1e-12));
        assertThat(Arrays.stream(found.mean()).limit(3).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void compositeIsTheSumOfItsGroupsInTheirPlaces() {
        Likelihood likelihood = likelihood(
                new CompositeLikelihoodProvider(),
                Map.of("columns", List.of("rest=gaussian", "1=poisson", "3-4=categorical"), "gaussian.scale.value", 2));
        double[] data = {0.5, 7, -1, 0, 1};
        // Raw values come in the order of the groups.
        double[] raw = {0.1, 0.2, 1.5, -1, 2};
        double expected = -new NormalDistribution(0.1, 2).logDensity(0.5)
                - new NormalDistribution(0.2, 2).logDensity(-1)
                - new PoissonDistribution(Math.exp(1.5)).logProbability(7)
                - (2 - Math.log(Math.exp(-1) + Math.exp(2)));

        LikelihoodValues found = LikelihoodValues.of(likelihood, raw, data);

        assertThat(found.nll()[0]).isCloseTo(expected, within(1e-10));
        double second = Math.exp(2) / (Math.exp(-1) + Math.exp(2));
        assertThat(found.mean())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.1, Math.exp(1.5), 0.2, 1 - second, second);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e4, -100, -1, 0, 1, 100, 1e4})
    void everyFamilyIsFiniteInFloat32(double extreme) {
        List<Likelihood> all = List.of(
                likelihood(new GaussianLikelihoodProvider(), Map.of("scale.kind", "per-value")),
                likelihood(new LaplaceLikelihoodProvider(), Map.of("scale.kind", "per-value")),
                likelihood(new StudentLikelihoodProvider(), Map.of("scale.kind", "per-value")),
                likelihood(new PoissonLikelihoodProvider(), Map.of()),
                likelihood(new NegativeBinomialLikelihoodProvider(), Map.of("dispersion", "per-value")),
                likelihood(new ContinuousBernoulliLikelihoodProvider(), Map.of()),
                likelihood(new CategoricalLikelihoodProvider(), Map.of()));
        for (Likelihood likelihood : all) {
            double[] data = likelihood.needsUnitInterval() ? new double[] {0, 1} : new double[] {0, 1000};
            double[] raw = {extreme, -extreme, extreme, -extreme};
            int size = likelihood.raw(dev.diabolo.spi.graph.TensorSpec.of(2)).size();

            LikelihoodValues found = LikelihoodValues.of(Precision.SINGLE, likelihood, Arrays.copyOf(raw, size), data);

            assertThat(concatenated(concatenated(found.nll(), found.mean()), found.gradient()))
                    .as("%s", likelihood)
                    .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
    }

    private interface Expected {
        double of(int index, double raw);
    }

    private static void assertValue(Likelihood likelihood, double[] raw, double[] data, Expected each) {
        double expected = 0;
        for (int i = 0; i < data.length; i++) {
            expected += each.of(i, raw[i]);
        }
        assertThat(LikelihoodValues.of(likelihood, raw, data).nll()[0])
                .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }

    private static double integral(DoubleUnaryOperator function) {
        return new IterativeLegendreGaussIntegrator(20, 1e-13, 1e-13)
                .integrate(1_000_000, function::applyAsDouble, 0, 1);
    }

    private static double[] concatenated(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static <O extends Record> Likelihood likelihood(LikelihoodProvider<O> provider, Map<String, ?> options) {
        return provider.create(provider.optionsType()
                .cast(OptionSchema.of(provider.optionsType()).read(options)));
    }
}
