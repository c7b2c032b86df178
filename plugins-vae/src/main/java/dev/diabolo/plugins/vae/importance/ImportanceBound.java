package dev.diabolo.plugins.vae.importance;

import dev.diabolo.plugins.vae.loss.Divergence;
import dev.diabolo.plugins.vae.loss.LogSumExp;
import dev.diabolo.plugins.vae.loss.Sampled;
import dev.diabolo.plugins.vae.loss.VariationalTerms;
import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The negative importance-weighted bound, in three terms.
 *
 * <p><b>Formula:</b> with {@code w = p(x | z) p(z) / q(z | x)} for samples z of q, {@code -mean over groups of log mean over samples of
 * w}. It is the sum of {@code -log p(x | z)} and {@code log q(z | x) - log p(z)}, each in the mean of all samples, which are the
 * evidence lower bound, and of what the weighting tightens it by, which is never above 0.
 *
 * <p>Doubly reparameterised, the gradient to a sample z of share {@code s = w / sum w} in its group is {@code s^2 d log w / d z}, with
 * nothing through the parameters of q but z; that to all else is {@code s d log w}. It belongs to the third term; the
 * others then have none.
 *
 * <p><b>Source:</b> Burda et al. 2016, equation 8; groups: Rainforth et al. 2018, equation 9; gradient: Tucker et al. 2019, equation 8.
 *
 * @param groups M, in each of which samples are weighted
 * @param samples K, of each group
 */
public record ImportanceBound(int groups, int samples, Estimator estimator) {
    private static final String TIGHTENING = "tightening";

    /**
     * The terms.
     *
     * @param weight of the third
     */
    public List<TermSpec> terms(double weight) {
        return List.of(
                VariationalTerms.reconstruction(),
                VariationalTerms.divergence(Schedule.constant(1)),
                new TermSpec(
                        TIGHTENING,
                        "nats",
                        "what weighting several samples changes of the bound; never above 0",
                        Schedule.constant(weight)));
    }

    /** Builds the terms. */
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        int count = groups * samples;
        Sampled sampled = Sampled.of(scope, pass, count);
        CodeDistribution prior = Divergence.prior(pass);
        SDVariable reconstruction = sampled.reconstruction().negativeLogLikelihood(sampled.data());
        SDVariable divergence = prior.divergenceOfSample(sampled.latent());
        SDVariable logWeights = reconstruction.add(divergence).neg().reshape(-1, count);
        SDVariable relative = logWeights.sub(logWeights.mean(true, 1)).reshape(-1, samples);
        SDVariable tightening =
                meanOfGroups(LogSumExp.meanOfRows(scope, relative, samples)).neg();
        SDVariable reconstructionMean = sampled.meanOverSamples(reconstruction);
        SDVariable divergenceMean = sampled.meanOverSamples(divergence);
        return switch (estimator) {
            case STANDARD -> terms(reconstructionMean, divergenceMean, tightening);
            case DOUBLY_REPARAMETERISED ->
                terms(
                        scope.stopGradient(reconstructionMean),
                        scope.stopGradient(divergenceMean),
                        withGradientOf(scope, tightening, surrogate(scope, sampled, prior, reconstruction, relative)));
        };
    }

    private static Map<String, SDVariable> terms(
            SDVariable reconstruction, SDVariable divergence, SDVariable tightening) {
        return Map.of(
                VariationalTerms.RECONSTRUCTION,
                reconstruction,
                VariationalTerms.DIVERGENCE,
                divergence,
                TIGHTENING,
                tightening);
    }

    private SDVariable meanOfGroups(SDVariable values) {
        return groups == 1 ? values : values.reshape(-1, groups).mean(1);
    }

    /** {@code -sum of s log w} over each group, of which the gradient to z is multiplied by s once more. */
    private SDVariable surrogate(
            GraphScope scope, Sampled sampled, CodeDistribution prior, SDVariable reconstruction, SDVariable relative) {
        SDVariable sum = LogSumExp.along(scope, relative, 1);
        SDVariable shares = scope.stopGradient(scope.graph().math().exp(relative.sub(sum)));
        Latent.Gaussian latent = Divergence.gaussian(sampled.latent());
        Latent.Gaussian fixed = new Latent.Gaussian(
                latent.mean().with(scope.stopGradient(latent.mean().variable())),
                latent.logVariance()
                        .with(scope.stopGradient(latent.logVariance().variable())),
                latent.sample());
        long[] ofRows = new long[1 + latent.sample().spec().rank()];
        Arrays.fill(ofRows, 1);
        ofRows[0] = -1;
        scope.scaleGradient(latent.sample().variable(), shares.reshape(ofRows));
        SDVariable logWeights =
                reconstruction.add(prior.divergenceOfSample(fixed)).neg();
        return meanOfGroups(logWeights.reshape(-1, samples).mul(shares).sum(1)).neg();
    }

    /** The value of one, with the gradient of another. */
    private static SDVariable withGradientOf(GraphScope scope, SDVariable value, SDVariable other) {
        return scope.stopGradient(value).add(other).sub(scope.stopGradient(other));
    }
}
