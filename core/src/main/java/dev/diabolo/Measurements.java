package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.LowerBound;
import dev.diabolo.metrics.PrincipalComponents;
import dev.diabolo.metrics.Psnr;
import dev.diabolo.metrics.QualityMeter;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/**
 * How good a model is: what its reconstructions lose, how likely it finds examples, and how they use its codebook. In its units, after
 * scaling. As safe for threads as the model, and of use until it is closed.
 */
public final class Measurements {
    /** The most samples of an example's code. More would take hours for a thousand examples, and change no figure that is told. */
    public static final int MOST_SAMPLES = 1_000_000;

    private final Autoencoder model;
    private final Inference inference;
    private final Scaling scaling;
    private final int workers;
    private final long runSeed;
    private final int width;

    /**
     * @param inference of the same model
     * @param runSeed of the model's run
     */
    Measurements(Autoencoder model, Inference inference, Scaling scaling, int workers, long runSeed) {
        this.model = model;
        this.inference = inference;
        this.scaling = scaling;
        this.workers = workers;
        this.runSeed = runSeed;
        this.width = model.dataSpec().size();
    }

    /**
     * How likely examples are under a variational model; empty where the model has no prior, or no divergence from it.
     *
     * @param examples of the model's width, in the data's units
     * @param samples of the code of each example, from 1 to 1,000,000
     * @param nllSamples importance samples of each example, up to 1,000,000 and rounded up to a multiple of 50; 0 for no estimate of
     *     the likelihood itself
     * @param seed of all that is drawn here: codes, and the corruption of a model that was trained to restore; whatever the seed of
     *     its run. The same seed gives the same figures
     * @throws DiaboloException (USER) for other numbers of samples, for examples of another width, for values that the likelihood is
     *     not defined for, for examples without the labels or columns that the model is conditioned on, and where there is a bound but
     *     no density to estimate the likelihood with
     */
    public Optional<LikelihoodReport> likelihood(Examples examples, int samples, int nllSamples, long seed) {
        return likelihood(examples, samples, nllSamples, seed, count -> {});
    }

    /**
     * As {@link #likelihood(Examples, int, int, long)}, which takes minutes where there are many examples and importance samples.
     *
     * @param samples as there
     * @param nllSamples as there
     * @param seed as there
     * @param estimated hears of how many more examples have their likelihood estimated; called on the threads that do it
     * @throws DiaboloException (USER) as there
     */
    public Optional<LikelihoodReport> likelihood(
            Examples examples, int samples, int nllSamples, long seed, IntConsumer estimated) {
        requirePossible("samples", samples, 1);
        requirePossible("nllSamples", nllSamples, 0);
        Examples scaled = model.scaled(examples);
        Optional<LowerBound> bound = inference.lowerBound(scaled, samples, workers, seed);
        return bound.map(found -> LikelihoodReport.of(found, width, nll(scaled, nllSamples, seed, estimated)));
    }

    private static void requirePossible(String where, int samples, int least) {
        if (samples < least || samples > MOST_SAMPLES) {
            throw DiaboloException.user(
                    "likelihood.samples",
                    Problem.of(samples + " samples of each example's code are not possible")
                            .at(where)
                            .allowed(String.format(Locale.ROOT, "%d to %,d", least, MOST_SAMPLES))
                            .remedy(
                                    "ask for as many as that: 5000 are what papers take for a likelihood, and 1 is enough for"
                                            + " the bound of many examples"));
        }
    }

    private OptionalDouble nll(Examples scaled, int samples, long seed, IntConsumer estimated) {
        return samples == 0
                ? OptionalDouble.empty()
                : Arrays.stream(inference.logLikelihood(scaled, samples, workers, seed, estimated))
                        .map(nats -> -nats)
                        .average();
    }

    /**
     * Estimates the log-likelihood of each example by importance sampling, in nats, of the scaled values.
     *
     * <p><b>Formula:</b> {@code log 1/n sum_j p(x | z_j) p(z_j) / q(z_j | x)}. <b>Source:</b> Burda et al. 2016, equation 8.
     *
     * @param examples of the model's width, in the data's units
     * @param samples of each example, from 1 to 1,000,000; rounded up to a multiple of 50
     * @param seed as {@link #likelihood(Examples, int, int, long)} takes it
     * @return as many numbers as there are examples, in their order
     * @throws DiaboloException (USER) where the model has no prior or no posterior with a density, and otherwise as
     *     {@link #likelihood(Examples, int, int, long)}
     */
    public double[] logLikelihood(Examples examples, int samples, long seed) {
        requirePossible("samples", samples, 1);
        return inference.logLikelihood(model.scaled(examples), samples, workers, seed);
    }

    /**
     * How examples use the codebook; empty where codes are not quantised.
     *
     * @param examples of the model's width, in the data's units
     * @throws DiaboloException (USER) for examples of another width, or without the labels or columns that the model is conditioned on
     */
    public Optional<CodebookReport> codebook(Examples examples) {
        return inference.choices(model.rows(examples)).map(CodebookReport::of);
    }

    /**
     * Corrupts examples, restores them, and measures both against what they were.
     *
     * @param examples of the model's width, in the data's units
     * @param corruption the model's own or another
     * @param seed of what the corruption draws; reconstructions are deterministic
     * @throws DiaboloException (USER) for examples of another width, or without the labels or columns that the model is conditioned
     *     on, where the corruption cannot spoil such data, and where the model only generates
     */
    public Restoration restoration(Examples examples, Corruption corruption, long seed) {
        try (CorruptedExamples corrupted = model.corrupt(examples, corruption, seed)) {
            Examples originals = scaling.of(examples);
            Examples spoilt = scaling.of(corrupted);
            Iterator<float[]> reconstructed = model.reconstruct(corrupted).iterator();
            float[] original = new float[width];
            float[] other = new float[width];
            double corruptedSquares = 0;
            double reconstructedSquares = 0;
            double restoredSquares = 0;
            for (int i = 0; i < examples.size(); i++) {
                float[] row = reconstructed.next();
                float[] kept = row.clone();
                corrupted.keepUntouched(kept, i);
                scaling.apply(row);
                scaling.apply(kept);
                originals.read(i, original, 0);
                spoilt.read(i, other, 0);
                corruptedSquares += squares(other, original);
                reconstructedSquares += squares(row, original);
                restoredSquares += squares(kept, original);
            }
            double values = (double) examples.size() * width;
            return new Restoration(
                    examples.size(),
                    corruptedSquares / values,
                    reconstructedSquares / values,
                    restoredSquares / values,
                    corrupted.knowsUntouched());
        }
    }

    private static double squares(float[] found, float[] wanted) {
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            double error = found[i] - wanted[i];
            sum += error * error;
        }
        return sum;
    }

    /**
     * Compares examples with their reconstructions, in the same experiment as {@link Autoencoder#evaluate}: a model that was trained to
     * restore corrupted data is given these corrupted, with the seed of its run.
     *
     * @param examples of the model's width, in the data's units
     * @throws DiaboloException (USER) for examples of another width, or without the labels or columns that the model is conditioned
     *     on, and where the model only generates
     */
    public QualityReport quality(Examples examples) {
        model.requireWidth(examples);
        Optional<Corruption> corruption =
                model.corruption().filter(present -> present.purpose() == Corruption.Purpose.RESTORATION);
        if (corruption.isEmpty()) {
            return quality(examples, model.reconstruct(examples));
        }
        try (CorruptedExamples corrupted = model.corrupt(examples, corruption.get(), runSeed)) {
            return quality(examples, model.reconstruct(corrupted));
        }
    }

    private QualityReport quality(Examples examples, Rows restored) {
        Examples scaled = scaling.of(examples);
        QualityMeter meter = new QualityMeter(model.dataSpec(), 1);
        float[] original = new float[width];
        int i = 0;
        for (float[] row : restored) {
            scaled.read(i++, original, 0);
            scaling.apply(row);
            meter.add(original, row);
        }
        return QualityReport.of(meter);
    }

    /**
     * What principal component analysis reaches with codes of this model's size.
     *
     * @param fittedOn examples that the components are computed of
     * @param examples to measure on
     * @throws DiaboloException (USER) for examples of another width, and for data of more than 4096 values
     */
    public BaselineReport principalComponents(Examples fittedOn, Examples examples) {
        model.requireWidth(fittedOn);
        model.requireWidth(examples);
        return new Workers(workers).measure(() -> baseline(fittedOn, examples));
    }

    private BaselineReport baseline(Examples fittedOn, Examples examples) {
        PrincipalComponents components =
                PrincipalComponents.fit(scaling.of(fittedOn), model.codeSpec().size());
        double squaredError = components.squaredError(scaling.of(examples));
        double mse = squaredError / width;
        return new BaselineReport(
                "pca", components.count(), fittedOn.size(), examples.size(), mse, squaredError, Psnr.of(mse, 1));
    }
}
