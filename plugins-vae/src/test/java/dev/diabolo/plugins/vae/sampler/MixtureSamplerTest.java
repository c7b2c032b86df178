package dev.diabolo.plugins.vae.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.FittedSampler;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixtureSamplerTest {
    private static final int COUNT = 4000;

    @Test
    void theHeapsOfAMixtureAreFound() {
        Mixture fitted = (Mixture) fit(2, 1);

        int left = fitted.components().get(0).mean()[0] < 0 ? 0 : 1;
        assertThat(fitted.weights()[left]).isCloseTo(0.25, within(0.02));
        assertThat(fitted.components().get(left).mean()).containsExactly(new double[] {-3, 0}, within(0.1));
        assertThat(fitted.components().get(1 - left).mean()).containsExactly(new double[] {2, 1}, within(0.1));
        double[][] factor = fitted.components().get(1 - left).factor();
        // The covariance of (a, 0.5 a + b / 2) with independent standard normal a and b.
        assertThat(factor[0][0] * factor[0][0]).isCloseTo(1, within(0.1));
        assertThat(factor[1][0] * factor[0][0]).isCloseTo(0.5, within(0.1));
        assertThat(factor[1][0] * factor[1][0] + factor[1][1] * factor[1][1]).isCloseTo(0.5, within(0.1));
    }

    @Test
    void theDensityIsThatOfTheMixture() {
        FittedSampler fitted = fit(2, 1);
        double sum = 0;
        double step = 0.05;
        for (double x = -9; x < 9; x += step) {
            for (double y = -9; y < 9; y += step) {
                sum += Math.exp(fitted.logDensity(new float[] {(float) x, (float) y})) * step * step;
            }
        }
        assertThat(sum).isCloseTo(1, within(0.01));
    }

    @Test
    void moreComponentsAreLikelierOnTheirOwnCodes() {
        assertThat(mean(fit(2, 1))).isGreaterThan(mean(fit(1, 1)) + 0.3);
        assertThat(mean(fit(1, 1)))
                .isCloseTo(
                        mean(new GaussianSamplerProvider()
                                .create(new GaussianSamplerOptions(1e-4))
                                .fit(codes(), 1)),
                        within(1e-9));
    }

    private static double mean(FittedSampler fitted) {
        double sum = 0;
        for (float[] code : codes()) {
            sum += fitted.logDensity(code);
        }
        return sum / COUNT;
    }

    private static FittedSampler fit(int components, long seed) {
        return new MixtureSamplerProvider()
                .create(new MixtureSamplerOptions(components, 200, 1e-6, 1e-4))
                .fit(codes(), seed);
    }

    private static float[][] codes() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] codes = new float[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            codes[i] = i % 4 == 0
                    ? new float[] {(float) (-3 + 0.5 * a), (float) b}
                    : new float[] {(float) (2 + a), (float) (1 + 0.5 * a + 0.5 * b)};
        }
        return codes;
    }
}
