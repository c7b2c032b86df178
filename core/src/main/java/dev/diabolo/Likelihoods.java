package dev.diabolo;

import dev.diabolo.engine.Inference;
import dev.diabolo.engine.LowerBound;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How likely a model finds examples, and which entries of its codebook they choose. As safe for threads as the model.
 *
 * @param inference of the same model
 */
record Likelihoods(Autoencoder model, Inference inference, int workers) {
    /** More would take hours for a thousand examples, and change no figure that is told. */
    private static final int MOST_SAMPLES = 1_000_000;

    Optional<LikelihoodReport> report(Examples examples, int samples, int nllSamples, long seed) {
        requirePossible("samples of each code for the bound (--elbo-samples)", samples, 1);
        requirePossible("importance samples of each code (--nll-samples)", nllSamples, 0);
        Examples scaled = model.scaled(examples);
        Optional<LowerBound> bound = inference.lowerBound(scaled, samples, workers, seed);
        return bound.map(found -> LikelihoodReport.of(found, model.dataSpec().size(), nll(scaled, nllSamples, seed)));
    }

    private static void requirePossible(String what, int samples, int least) {
        if (samples < least || samples > MOST_SAMPLES) {
            throw DiaboloException.user(
                    "likelihood.samples",
                    Problem.of(samples + " " + what + " are not possible")
                            .allowed(String.format(Locale.ROOT, "%d to %,d", least, MOST_SAMPLES)));
        }
    }

    private OptionalDouble nll(Examples scaled, int samples, long seed) {
        return samples == 0
                ? OptionalDouble.empty()
                : Arrays.stream(inference.logLikelihood(scaled, samples, workers, seed))
                        .map(nats -> -nats)
                        .average();
    }

    /** The logarithm of the likelihood of each example, in nats. */
    double[] logarithms(Examples examples, int samples, long seed) {
        return inference.logLikelihood(model.scaled(examples), samples, workers, seed);
    }

    Optional<CodebookReport> codebook(Examples examples) {
        return inference.choices(model.rows(examples)).map(CodebookReport::of);
    }
}
