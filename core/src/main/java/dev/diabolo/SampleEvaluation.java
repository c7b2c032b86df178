package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.data.Splits;
import dev.diabolo.data.Subset;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.RowProduct;
import dev.diabolo.engine.classification.ClassifierNetwork;
import dev.diabolo.metrics.ClassStatistics;
import dev.diabolo.metrics.FrechetDistance;
import dev.diabolo.metrics.Mean;
import dev.diabolo.metrics.ParzenWindow;
import dev.diabolo.metrics.PrecisionRecall;
import dev.diabolo.metrics.RowProducts;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a model generates: from the sampler that was saved with it, else from its prior. Examples are drawn once, when they are
 * first needed, and kept. The same seed gives the same figures. For one thread; computes on several.
 */
public final class SampleEvaluation {
    /** Examples that the width of a window is chosen on, as in the program of Goodfellow et al. 2014. */
    private static final int MOST_VALIDATION = 1000;
    /** Codes that are compared with the prior. */
    private static final int MOST_CODES = 10_000;
    /** What estimates need at least, to mean anything. */
    private static final int LEAST = 100;
    /** Values that are held at a time: 1 GiB. */
    private static final long MOST_VALUES = 1L << 28;
    /** Examples by which the time for all is estimated. */
    private static final int TRIAL = 1024;

    private static final RowProducts PRODUCTS = (right, rows, width) -> new RowProduct(right, rows, width)::multiply;

    private final Autoencoder model;
    private final Inference inference;
    private final Scaling scaling;
    private final Generation generation;
    private final Workers workers;
    private final int count;
    private final long seed;
    private @Nullable NewExamples drawn;

    SampleEvaluation(
            Autoencoder model,
            Inference inference,
            Scaling scaling,
            Generation generation,
            int workers,
            int count,
            long seed) {
        this.model = model;
        this.inference = inference;
        this.scaling = scaling;
        this.generation = generation;
        this.workers = new Workers(workers);
        this.count = count;
        this.seed = seed;
        if (!inference.hasPrior() && model.sampler().isEmpty()) {
            throw DiaboloException.user(
                    "model.no-prior",
                    Problem.of(
                                    "this model has no distribution to draw codes from, so that nothing generated can be measured")
                            .remedy("fit one to its codes with 'diabolo fit-sampler', or train a recipe with a prior"));
        }
        if (count < LEAST) {
            throw tooFew("samples", count);
        }
        requireRoom("samples", count, model.dataSpec().size());
    }

    private static DiaboloException tooFew(String what, int found) {
        return DiaboloException.user(
                "samples.too-few",
                Problem.of(found + " " + what + " are too few to measure what is generated")
                        .allowed("at least " + LEAST));
    }

    private static void requireRoom(String what, int rows, int width) {
        if ((long) rows * width > MOST_VALUES) {
            throw DiaboloException.user(
                    "samples.too-many",
                    Problem.of(rows + " " + what + " of " + width + " values do not fit into memory")
                            .allowed("at most " + MOST_VALUES / width)
                            .remedy("take fewer; 10000 samples are usual"));
        }
    }

    private NewExamples samples() {
        NewExamples present = drawn;
        if (present == null) {
            present = NewExamples.draw(
                    generation, model.sampler(), model.dataSpec().size(), count, seed);
            drawn = present;
        }
        return present;
    }

    /**
     * Examples to choose settings on, of data that the model learnt from: those that its run held out where the data are the same,
     * else others chosen likewise; at most 1,000.
     *
     * @param train the training part
     * @throws DiaboloException (USER) for fewer than two examples
     */
    public Examples validation(Examples train) {
        return first(split(train).validation(), MOST_VALIDATION);
    }

    /** What is left of data without {@link #validation}: where there is no test part, what to measure on. */
    public Examples withoutValidation(Examples train) {
        return split(train).train();
    }

    private Splits.HeldOut split(Examples train) {
        double share = model.settings().get("validation") instanceof Number number ? number.doubleValue() : 0;
        long ofRun = model.settings().get("seed") instanceof Number number ? number.longValue() : seed;
        return Splits.holdOut(train, share > 0 ? share : RunOptions.defaults().validation(), ofRun);
    }

    /** Some of the examples, evenly spread. */
    private static Examples first(Examples examples, int most) {
        int size = Math.min(most, examples.size());
        int[] chosen = new int[size];
        Arrays.setAll(chosen, i -> (int) ((long) i * examples.size() / size));
        return Subset.of(examples, chosen);
    }

    /**
     * Estimates the likelihood of examples by a window around each sample.
     *
     * @param validation to choose the width on; none of {@code examples}
     * @param examples to measure, at least two; both of the model's width, in the data's units
     * @param expected is told how long it will take, before most of the work
     * @throws DiaboloException (USER) for too few examples, or more than memory holds
     */
    public ParzenReport parzen(Examples validation, Examples examples, Consumer<Duration> expected) {
        if (examples.size() < 2) {
            throw tooFew("examples", examples.size());
        }
        return workers.measure(() -> window(validation, examples, expected));
    }

    private ParzenReport window(Examples validation, Examples examples, Consumer<Duration> expected) {
        float[][] wanted = scaled(examples);
        ParzenWindow window = new ParzenWindow(PRODUCTS, samples().values());
        double width = window.chooseWidth(scaled(validation));
        double[] densities = new double[wanted.length];
        long begin = System.nanoTime();
        int done = 0;
        for (int size = Math.min(TRIAL, wanted.length); size > 0; size = wanted.length - done) {
            double[] some = window.logDensities(Arrays.copyOfRange(wanted, done, done + size), width);
            System.arraycopy(some, 0, densities, done, size);
            if (done == 0) {
                double each = (double) (System.nanoTime() - begin) / size;
                expected.accept(Duration.ofNanos((long) (each * (wanted.length - size))));
            }
            done += size;
        }
        double[] widths = ParzenWindow.widths();
        Mean mean = new Mean(densities);
        return new ParzenReport(
                mean.value(),
                mean.standardError(),
                width,
                width == widths[0] || width == widths[widths.length - 1],
                count,
                validation.size(),
                wanted.length);
    }

    private float[][] scaled(Examples examples) {
        model.requireWidth(examples);
        requireRoom("examples", examples.size(), examples.spec().size());
        Examples seen = scaling.of(examples);
        float[][] rows = new float[examples.size()][examples.spec().size()];
        for (int i = 0; i < rows.length; i++) {
            seen.read(i, rows[i], 0);
        }
        return rows;
    }

    /**
     * Compares the codes of examples with what new codes are drawn from.
     *
     * @param examples at least 100, of the model's width, in the data's units; of more than 10,000, so many at random
     * @throws DiaboloException (USER) for fewer
     */
    public PriorReport prior(Examples examples) {
        model.requireWidth(examples);
        if (examples.size() < LEAST) {
            throw tooFew("examples", examples.size());
        }
        Examples some = some(examples, MOST_CODES);
        return workers.measure(() -> priorOf(some));
    }

    private PriorReport priorOf(Examples some) {
        Optional<CodeSampler> sampler = model.sampler();
        float[][] codes = sampler.isPresent()
                ? model.encode(some).toArray()
                : inference.posteriorSamples(model.scaled(some), workers.count(), seed);
        int draws = Math.max(codes.length, 2 * PriorComparison.mmdCodes(codes.length));
        requireRoom("codes", draws, model.codeSpec().size());
        float[][] wanted = NewExamples.draw(
                        generation, sampler, model.dataSpec().size(), draws, seed)
                .codes();
        return new PriorComparison(codes, wanted, seed, workers.count())
                .report(sampler.map(CodeSampler::type).orElse("prior"), PRODUCTS);
    }

    /** At most so many examples, in a random order. */
    private Examples some(Examples examples, int most) {
        int[] order = IntStream.range(0, examples.size()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        int size = Math.min(most, order.length);
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(order.length - i);
            int taken = order[other];
            order[other] = order[i];
            order[i] = taken;
        }
        return Subset.of(examples, Arrays.copyOf(order, size));
    }

    /**
     * Compares samples with examples as a classifier sees them.
     *
     * @param classifier of the same data
     * @param examples at least 100 that it did not learn from, in the data's units; labels are not used
     * @throws DiaboloException (USER) for fewer
     */
    public GenerationReport compare(Classifier classifier, Examples examples) {
        if (examples.size() < LEAST) {
            throw tooFew("examples", examples.size());
        }
        model.requireWidth(examples);
        return workers.measure(() -> compared(classifier, examples));
    }

    private GenerationReport compared(Classifier classifier, Examples examples) {
        Examples learnt = some(classifier.learntFrom(), examples.size());
        ClassifierNetwork.Outputs real = classifier.outputs(examples);
        ClassifierNetwork.Outputs made = classifier.outputs(samples().inUnits(scaling));
        ClassStatistics ofReal = ClassStatistics.of(real.probabilities());
        ClassStatistics ofMade = ClassStatistics.of(made.probabilities());
        PrecisionRecall overlap = PrecisionRecall.of(PRODUCTS, real.features(), made.features());
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < ofMade.counts().size(); i++) {
            counts.put(classifier.labels().get(i), ofMade.counts().get(i));
        }
        return new GenerationReport(
                count,
                examples.size(),
                classifier.accuracy(),
                FrechetDistance.between(real.features(), made.features()),
                FrechetDistance.between(
                        real.features(), classifier.outputs(learnt).features()),
                overlap.precision(),
                overlap.recall(),
                ofMade.coverage(ofReal),
                ofMade.entropy(),
                ofReal.entropy(),
                counts,
                recognised(classifier, made.probabilities()));
    }

    /** Of a model that is conditioned on labels, how many samples are taken for the label that they were made for. */
    private OptionalDouble recognised(Classifier classifier, float[][] probabilities) {
        if (!generation.tails().isLabelConditional()) {
            return OptionalDouble.empty();
        }
        long right = IntStream.range(0, count)
                .filter(i -> classifier
                        .labels()
                        .get(ClassStatistics.mostLikely(probabilities[i]))
                        .equals(model.classes().get(generation.tails().classOf(i))))
                .count();
        return OptionalDouble.of((double) right / count);
    }
}
