package dev.diabolo.plugins.vae.totalcorrelation;

import dev.diabolo.plugins.vae.loss.LogSumExp;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.GraphScope;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The density of codes under the posterior of all data together, estimated from one batch.
 *
 * <p><b>Formula:</b> {@code log q(z) ~ log sum_j q(z | x_j) - log(N M)} with the M examples x_j of the batch, of N in all; and for each
 * dimension likewise. <b>Source:</b> Chen et al. 2018, equation 5 (minibatch-weighted sampling).
 *
 * @param whole of each code; shape {@code [batch]}
 * @param dimensions of each code, the sum over its dimensions of the logarithm of their densities; shape {@code [batch]}
 */
record AggregatePosterior(SDVariable whole, SDVariable dimensions) {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    static AggregatePosterior of(GraphScope scope, Latent.Gaussian latent) {
        long size = latent.sample().spec().size();
        SDVariable codes = latent.sample().flat().variable().reshape(-1, 1, size);
        SDVariable means = latent.mean().flat().variable().reshape(1, -1, size);
        SDVariable logVariances = latent.logVariance().flat().variable().reshape(1, -1, size);
        var math = scope.graph().math();
        SDVariable distances = math.square(codes.sub(means)).mul(math.exp(logVariances.neg()));
        SDVariable logDensities = distances.add(logVariances).add(LOG_TWO_PI).mul(-0.5);
        SDVariable ofCodes = LogSumExp.along(scope, logDensities.sum(2), 1).reshape(-1);
        SDVariable ofDimensions =
                LogSumExp.along(scope, logDensities, 1).reshape(-1, size).sum(1);
        SDVariable examples =
                latent.mean().flat().variable().mul(0).add(1).mean(1).sum();
        SDVariable normaliser = math.log(examples.mul(scope.dataSize()));
        return new AggregatePosterior(ofCodes.sub(normaliser), ofDimensions.sub(normaliser.mul(size)));
    }
}
