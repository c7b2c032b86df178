package dev.diabolo.spi.graph;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Brings values to mean 0 and variance 1 over the examples of a batch and, in sequences and images, all places of a channel. Outside
 * training by moving averages of what the batches had. This is batch normalisation without a gain and a bias, for which see
 * {@link Normalisation#BATCH}.
 *
 * <p><b>Formula:</b> {@code (x - m) / sqrt(v + 1e-5)}, with m and v the mean and the variance (divided by the number of values) of each
 * feature or channel. Each step of training moves each average by {@code newest} of the way to that of its batch.
 *
 * <p><b>Source:</b> Ioffe and Szegedy 2015, section 3.
 *
 * @param newest the share of the newest batch in the moving averages
 * @param reason why examples of a batch depend on each other, see {@link GraphScope#coupleBatch}
 */
public record BatchStandardisation(double newest, String reason) {
    private static final double EPSILON = 1e-5;

    /**
     * Standardises.
     *
     * <p><b>Shapes:</b> {@code [batch, features]}, {@code [batch, features, time]} or {@code [batch, channels, height, width]}; the
     * result has the same.
     *
     * @param scope where the buffers {@code mean} and {@code variance} are made; both {@code [features]}
     */
    public Tensor apply(GraphScope scope, Tensor input) {
        return byChannel(scope, input).as(input.spec());
    }

    /** The same, with all places in one dimension, as {@link Channels#shape} says. */
    Tensor byChannel(GraphScope scope, Tensor input) {
        Channels channels = new Channels(input.spec());
        SDVariable averageMean = scope.buffer("mean", Initialiser.zeros(), channels.count());
        SDVariable averageVariance = scope.buffer("variance", Initialiser.ones(), channels.count());
        Tensor values = input.as(channels.shape());
        if (!scope.training()) {
            SDVariable centred = values.variable().sub(channels.each(averageMean));
            return values.with(centred.mul(scale(channels.each(averageVariance))));
        }
        scope.coupleBatch(reason);
        SDVariable mean = channels.mean(values.variable());
        SDVariable centred = values.variable().sub(channels.each(mean));
        SDVariable variance = channels.mean(centred.mul(centred));
        scope.assign(averageMean, moved(averageMean, mean));
        scope.assign(averageVariance, moved(averageVariance, variance));
        return values.with(centred.mul(scale(channels.each(variance))));
    }

    private SDVariable moved(SDVariable average, SDVariable batch) {
        return average.mul(1 - newest).add(batch.mul(newest));
    }

    /** One over the deviation; by way of the logarithm, since ND4J's gradients of roots and squares are made of powers, which
     * have no kernels of ours. */
    static SDVariable scale(SDVariable variance) {
        var math = variance.getSameDiff().math();
        return math.exp(math.log(variance.add(EPSILON)).mul(-0.5));
    }
}
