package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.CodeDensity;
import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.LearntSampler;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.Sampler;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.SamplerTraining;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The rules that samplers keep whose parameters the host trains, besides those of every component. */
public abstract class LearntSamplerContract extends ComponentContract<Sampler> {
    private static final int CODES = 400;
    private static final int DRAWN = 4000;
    private static final int WORKERS = 2;

    protected LearntSamplerContract() {
        super(ComponentKind.SAMPLER);
    }

    @Override
    protected abstract SamplerProvider<?> provider();

    /** What codes to try; three numbers where this is not overridden. */
    protected CodeSpace space() {
        return new CodeSpace.Numbers(TensorSpec.of(3));
    }

    /** The training asked for is possible, and no code is needed to say it. */
    @Test
    void required_N01_trainingIsPlannedWithoutCodes() {
        for (Map<String, ?> sample : samples()) {
            SamplerTraining training = learnt(sample).training();
            assertThat(training.epochs()).as("%s", sample).isPositive();
        }
    }

    /** The log-density's gradient to every parameter equals the difference quotient in float64. */
    @Test
    void required_N02_analyticGradientsOfParametersEqualNumericOnes() {
        GraphRules.parameterGradients(specimens(false));
    }

    /** Built again with one seed, it gives the same bits; with another, others. */
    @Test
    void required_N03_buildingAgainGivesTheSameBits() {
        GraphRules.repeatable(specimens(true));
    }

    /** Neither the density nor the sample of a code depends on the others of its batch. */
    @Test
    void required_N04_codesDoNotSeeEachOther() {
        GraphRules.companions(specimens(true), false);
    }

    /** It works in float32, and gives the densities and gradients that float64 gives. */
    @Test
    void required_N05_itRunsInFloat32() {
        GraphRules.singlePrecision(specimens(false));
    }

    /** The same codes and seed give the same distribution, bit by bit, whatever the number of threads; other seeds, another. */
    @Test
    void required_N06_seedsDecide() {
        for (Map<String, ?> sample : samples()) {
            try (CodeDensity one = train(sample, 1, 1);
                    CodeDensity two = train(sample, 1, WORKERS);
                    CodeDensity other = train(sample, 2, WORKERS)) {
                float[][] drawn = one.sample(0, 20, 5);
                assertThat(two.sample(0, 20, 5)).as("%s", sample).isDeepEqualTo(drawn);
                assertThat(one.sample(10, 10, 5)).as("%s", sample).isDeepEqualTo(Arrays.copyOfRange(drawn, 10, 20));
                assertThat(Arrays.deepEquals(one.sample(0, 20, 6), drawn))
                        .as("%s", sample)
                        .isFalse();
                assertThat(other.parameters().get(0).values())
                        .as("%s", sample)
                        .isNotEqualTo(one.parameters().get(0).values());
            }
        }
    }

    /** What is drawn has the means and deviations of the codes, and the same mean products of neighbours. */
    @Test
    void required_N07_drawnCodesAreLikeThoseThatItWasFittedTo() {
        for (Map<String, ?> sample : samples()) {
            try (CodeDensity fitted = train(sample, 1, WORKERS)) {
                float[][] drawn = fitted.sample(0, DRAWN, 7);
                float[][] codes = codes(DRAWN, 12);
                for (int j = 0; j < space().spec().size(); j++) {
                    double deviation = Math.sqrt(covariance(codes, j, j));
                    assertThat(mean(drawn, j))
                            .as("%s: mean %d", sample, j)
                            .isCloseTo(mean(codes, j), within(0.25 * deviation));
                    assertThat(Math.sqrt(covariance(drawn, j, j)))
                            .as("%s: deviation %d", sample, j)
                            .isBetween(0.7 * deviation, 1.4 * deviation);
                    int next = (j + 1) % space().spec().size();
                    double scale = deviation * Math.sqrt(covariance(codes, next, next));
                    assertThat(covariance(drawn, j, next))
                            .as("%s: covariance of %d and %d", sample, j, next)
                            .isCloseTo(covariance(codes, j, next), within(0.3 * scale));
                }
            }
        }
    }

    /** Codes that it has not seen are likelier than those with their numbers in disorder. */
    @Test
    void required_N08_theDensityIsFiniteAndHighestAtSuchCodes() {
        for (Map<String, ?> sample : samples()) {
            try (CodeDensity fitted = train(sample, 1, WORKERS)) {
                float[][] codes = codes(200, 13);
                double near = 0;
                double far = 0;
                for (int i = 0; i < codes.length; i++) {
                    float[] mixed = codes[i].clone();
                    for (int j = 0; j < mixed.length; j++) {
                        mixed[j] = codes[(i + 17 * j) % codes.length][j];
                    }
                    double density = fitted.logDensity(codes[i]);
                    assertThat(density).as("%s", sample).isFinite().isEqualTo(fitted.logDensity(codes[i]));
                    near += density;
                    far += fitted.logDensity(mixed);
                }
                assertThat(far).as("%s", sample).isFinite().isLessThan(near);
            }
        }
    }

    /** Made again of the same options with the parameters that were learnt, it is the same distribution. */
    @Test
    void required_N09_itIsRestoredFromItsParameters() {
        for (Map<String, ?> sample : samples()) {
            try (CodeDensity fitted = train(sample, 1, WORKERS);
                    CodeDensity restored = new CodeDensity(
                            ((LearntSampler) reloaded(sample)).density(space()), space().spec(), fitted.parameters())) {
                assertThat(restored.sample(3, 5, 9)).as("%s", sample).isDeepEqualTo(fitted.sample(3, 5, 9));
                float[] code = codes(1, 14)[0];
                assertThat(restored.logDensity(code)).isEqualTo(fitted.logDensity(code));
            }
        }
    }

    private LearntSampler learnt(Map<String, ?> sample) {
        return (LearntSampler) component(sample);
    }

    private CodeDensity train(Map<String, ?> sample, long seed, int workers) {
        LearntSampler sampler = learnt(sample);
        Examples examples = new Codes(space().spec(), codes(CODES, 11));
        return CodeDensity.train(
                sampler.density(space()), sampler.training(), examples, Optional.empty(), seed, workers);
    }

    /**
     * @param drawing whether samples are looked at too
     */
    private List<Specimen> specimens(boolean drawing) {
        return samples().stream()
                .map(sample -> {
                    Prior prior = learnt(sample).density(space());
                    PriorSpecimens specimens = new PriorSpecimens(
                            sample.toString(), prior, space().spec(), new NormalPosterior(space().spec()));
                    return drawing ? specimens.all() : specimens.density();
                })
                .toList();
    }

    /** Numbers in two heaps that depend on each other, or choices that mostly repeat the one before. */
    private float[][] codes(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = space().spec().size();
        float[][] codes = new float[count][size];
        for (float[] code : codes) {
            double heap = random.nextBoolean() ? -0.8 : 0.8;
            double shared = random.nextGaussian();
            for (int j = 0; j < size; j++) {
                code[j] = space() instanceof CodeSpace.Choices choices
                        ? choice(random, choices.entries(), j == 0 ? -1 : (int) code[j - 1])
                        : (float) (0.5 * (heap + shared + 0.7 * random.nextGaussian()));
            }
        }
        return codes;
    }

    private static float choice(SplittableRandom random, int entries, int before) {
        return before >= 0 && random.nextDouble() < 0.7 ? before : random.nextInt(entries);
    }

    private static double mean(float[][] codes, int dimension) {
        double sum = 0;
        for (float[] code : codes) {
            sum += code[dimension];
        }
        return sum / codes.length;
    }

    private static double covariance(float[][] codes, int one, int two) {
        double first = mean(codes, one);
        double second = mean(codes, two);
        double sum = 0;
        for (float[] code : codes) {
            sum += (code[one] - first) * (code[two] - second);
        }
        return sum / codes.length;
    }

    private record Codes(TensorSpec spec, float[][] rows) implements Examples {
        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public void read(int index, float[] target, int offset) {
            System.arraycopy(rows[index], 0, target, offset, rows[index].length);
        }
    }
}
