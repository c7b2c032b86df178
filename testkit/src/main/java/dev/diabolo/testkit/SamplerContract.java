package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.DirectSampler;
import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.Sampler;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The rules that samplers keep that compute their fit, besides those of every component. */
public abstract class SamplerContract extends ComponentContract<Sampler> {
    private static final int CODES = 300;
    private static final int SIZE = 3;

    protected SamplerContract() {
        super(ComponentKind.SAMPLER);
    }

    @Override
    protected abstract SamplerProvider<?> provider();

    /** The same codes and seed give the same distribution, and the same random numbers the same codes; others, others. */
    @Test
    void required_S01_seedsDecide() {
        for (Map<String, ?> sample : samples()) {
            FittedSampler one = direct(sample).fit(codes(), 1);
            FittedSampler two = direct(sample).fit(codes(), 1);
            float[] drawn = one.sample(new SplittableRandom(5));

            assertThat(two.sample(new SplittableRandom(5))).as("%s", sample).isEqualTo(drawn);
            assertThat(two.sample(new SplittableRandom(6))).as("%s", sample).isNotEqualTo(drawn);
            assertThat(one.size()).isEqualTo(SIZE);
            assertThat(drawn).hasSize(SIZE);
        }
    }

    /** What is drawn has the mean and deviations of the codes. */
    @Test
    void required_S02_drawnCodesAreLikeThoseThatItWasFittedTo() {
        for (Map<String, ?> sample : samples()) {
            FittedSampler fitted = direct(sample).fit(codes(), 1);
            SplittableRandom random = new SplittableRandom(7);
            float[][] drawn = new float[20_000][];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = fitted.sample(random);
            }
            for (int j = 0; j < SIZE; j++) {
                double deviation = deviation(codes(), j);
                assertThat(mean(drawn, j))
                        .as("%s: mean %d", sample, j)
                        .isCloseTo(mean(codes(), j), within(0.2 * deviation));
                assertThat(deviation(drawn, j))
                        .as("%s: deviation %d", sample, j)
                        .isBetween(0.7 * deviation, 1.5 * deviation);
            }
        }
    }

    /** The density is finite, and higher at the codes than far from them. */
    @Test
    void required_S03_theDensityIsFiniteAndHighestAtTheCodes() {
        for (Map<String, ?> sample : samples()) {
            FittedSampler fitted = direct(sample).fit(codes(), 1);
            double near = 0;
            double far = 0;
            for (float[] code : codes()) {
                near += fitted.logDensity(code) / CODES;
                float[] moved = code.clone();
                moved[0] += 10;
                far += fitted.logDensity(moved) / CODES;
            }
            assertThat(near).as("%s", sample).isFinite();
            assertThat(far).as("%s", sample).isFinite().isLessThan(near);
        }
    }

    /** What was fitted is in its state, to the precision of float32. */
    @Test
    void required_S04_itIsRestoredFromItsState() {
        for (Map<String, ?> sample : samples()) {
            FittedSampler fitted = direct(sample).fit(codes(), 1);
            FittedSampler restored = ((DirectSampler) reloaded(sample)).restore(fitted.state());

            for (int i = 0; i < 20; i++) {
                assertThat(restored.sample(new SplittableRandom(i)))
                        .usingComparatorWithPrecision(1e-4f)
                        .containsExactly(fitted.sample(new SplittableRandom(i)));
                assertThat(restored.logDensity(codes()[i])).isCloseTo(fitted.logDensity(codes()[i]), within(1e-2));
            }
        }
    }

    /** A state that is none is refused as the user's mistake: files may be damaged. */
    @Test
    void required_S05_aBrokenStateIsRefused() {
        for (Map<String, ?> sample : samples()) {
            assertThatThrownBy(() -> direct(sample).restore(Map.of()))
                    .isInstanceOfSatisfying(
                            DiaboloException.class,
                            refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.USER));
        }
    }

    /** Too few codes are refused as the user's mistake. */
    @Test
    void required_S06_oneCodeIsTooFew() {
        for (Map<String, ?> sample : samples()) {
            assertThatThrownBy(() -> direct(sample).fit(new float[][] {{1, 2, 3}}, 1))
                    .isInstanceOfSatisfying(
                            DiaboloException.class,
                            refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.USER));
        }
    }

    /** A dimension that does not vary, and one that depends on another, leave numbers finite: codes often have such. */
    @Test
    void required_S07_degenerateCodesAreFitted() {
        for (Map<String, ?> sample : samples()) {
            float[][] codes = codes();
            for (float[] code : codes) {
                code[1] = 2;
                code[2] = 3 * code[0];
            }
            FittedSampler fitted = direct(sample).fit(codes, 1);

            assertThat(fitted.logDensity(codes[0])).as("%s", sample).isFinite();
            for (float value : fitted.sample(new SplittableRandom(3))) {
                assertThat(value).as("%s", sample).isFinite();
            }
        }
    }

    private DirectSampler direct(Map<String, ?> sample) {
        return (DirectSampler) component(sample);
    }

    /** Two heaps, with dimensions of other deviations that depend on each other. */
    private static float[][] codes() {
        SplittableRandom random = new SplittableRandom(11);
        float[][] codes = new float[CODES][SIZE];
        for (int i = 0; i < CODES; i++) {
            double heap = i % 2 == 0 ? -1.5 : 1.5;
            double shared = random.nextGaussian();
            codes[i][0] = (float) (heap + 0.4 * random.nextGaussian());
            codes[i][1] = (float) (4 + shared);
            codes[i][2] = (float) (3 * shared + random.nextGaussian());
        }
        return codes;
    }

    private static double mean(float[][] codes, int dimension) {
        double sum = 0;
        for (float[] code : codes) {
            sum += code[dimension];
        }
        return sum / codes.length;
    }

    private static double deviation(float[][] codes, int dimension) {
        double mean = mean(codes, dimension);
        double sum = 0;
        for (float[] code : codes) {
            sum += (code[dimension] - mean) * (code[dimension] - mean);
        }
        return Math.sqrt(sum / codes.length);
    }
}
