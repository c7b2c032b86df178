package dev.diabolo.plugins.vae.fixedgaussian;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Brings each number of all codes to mean 0 and variance 1: in training over the batch, else by moving averages of what the batches had.
 * Batch normalisation without a gain and a bias, with which codes could leave again.
 *
 * <p><b>Source:</b> Ioffe and Szegedy 2015, section 3.
 */
record UnitSpread(GraphScope scope, int size) {
    private static final double EPSILON = 1e-5;
    /** The share of the newest batch in the moving averages. */
    private static final double NEWEST = 0.01;

    SDVariable of(SDVariable codes) {
        SDVariable averageMean = scope.buffer("mean", Initialiser.zeros(), size);
        SDVariable averageVariance = scope.buffer("variance", Initialiser.ones(), size);
        if (!scope.training()) {
            return codes.sub(row(averageMean)).mul(scale(row(averageVariance)));
        }
        scope.coupleBatch("codes of a given spread");
        SDVariable mean = codes.mean(0);
        SDVariable centred = codes.sub(row(mean));
        SDVariable variance = centred.mul(centred).mean(0);
        scope.assign(averageMean, moved(averageMean, mean));
        scope.assign(averageVariance, moved(averageVariance, variance));
        return centred.mul(scale(row(variance)));
    }

    private static SDVariable moved(SDVariable average, SDVariable newest) {
        return average.mul(1 - NEWEST).add(newest.mul(NEWEST));
    }

    private SDVariable row(SDVariable numbers) {
        return numbers.reshape(1, size);
    }

    /** One over the deviation, by way of the logarithm: roots are differentiated as powers, which are slow. */
    private static SDVariable scale(SDVariable variance) {
        var math = variance.getSameDiff().math();
        return math.exp(math.log(variance.add(EPSILON)).mul(-0.5));
    }
}
