package dev.diabolo.spi.graph;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * How a layer's values are brought to mean 0 and variance 1, before a learnt {@code gain} (1 at first) and {@code bias} (0
 * at first) for each feature or channel.
 *
 * <p><b>Formula:</b> {@code gain (x - m) / sqrt(v + 1e-5) + bias}, with m and v the mean and the variance (divided by the
 * number of values) over what the constant says.
 */
public enum Normalisation {
    /** The values as they are. */
    NONE,

    /**
     * Over the examples of a batch and, in sequences and images, all places of a channel. Outside training m and v are moving
     * averages, which each step of training moves by a tenth of the way (PyTorch's default; Keras' is a hundredth).
     * A vector alone in its
     * batch has no variance, and becomes the bias.
     *
     * <p><b>Source:</b> Ioffe and Szegedy 2015.
     */
    BATCH,

    /**
     * Over the features of one example; in sequences over those of one step, in images over all channels and places.
     *
     * <p><b>Source:</b> Ba et al. 2016.
     */
    LAYER;

    private static final double EPSILON = 1e-5;

    /** The share of the newest batch in the moving averages. */
    private static final double NEWEST = 0.1;

    /** Whether a layer before it needs no bias of its own, since the mean of each feature is subtracted. */
    public boolean absorbsBias() {
        return this == BATCH;
    }

    /**
     * Normalises.
     *
     * <p><b>Shapes:</b> {@code [batch, features]}, {@code [batch, features, time]} or {@code [batch, channels, height, width]}; the
     * result has the same.
     *
     * @param scope where {@code gain} and {@code bias} and, for {@link #BATCH}, the buffers {@code mean} and {@code variance} are
     *     made, under {@code name}; all {@code [features]}
     */
    public Tensor apply(GraphScope scope, String name, Tensor input) {
        return switch (this) {
            case NONE -> input;
            case BATCH -> batch(scope, scope.child(name), input);
            case LAYER -> layer(scope.child(name), input);
        };
    }

    private static Tensor batch(GraphScope scope, GraphScope layer, Tensor input) {
        TensorSpec spec = input.spec();
        long channels = spec.dimension(0);
        SDVariable averageMean = layer.buffer("mean", Initialiser.zeros(), channels);
        SDVariable averageVariance = layer.buffer("variance", Initialiser.ones(), channels);
        SDVariable values = input.as(byChannel(spec)).variable();
        if (!scope.training()) {
            SDVariable centred = values.sub(forChannels(spec, averageMean));
            return affine(layer, input, centred.mul(scale(forChannels(spec, averageVariance))));
        }
        scope.coupleBatch("batch normalisation");
        SDVariable mean = meanOfChannels(spec, values);
        SDVariable centred = values.sub(forChannels(spec, mean));
        SDVariable variance = meanOfChannels(spec, centred.mul(centred));
        layer.assign(averageMean, moved(averageMean, mean));
        layer.assign(averageVariance, moved(averageVariance, variance));
        return affine(layer, input, centred.mul(scale(forChannels(spec, variance))));
    }

    private static SDVariable moved(SDVariable average, SDVariable newest) {
        return average.mul(1 - NEWEST).add(newest.mul(NEWEST));
    }

    /** Mean over the batch, and over the places of each channel. */
    private static SDVariable meanOfChannels(TensorSpec spec, SDVariable values) {
        return (hasPlaces(spec) ? values.mean(2) : values).mean(0);
    }

    private static Tensor layer(GraphScope layer, Tensor input) {
        if (input.spec().rank() != 2) {
            return unitRows(layer, input);
        }
        long features = input.spec().dimension(0);
        long time = input.spec().dimension(1);
        SDVariable steps = input.variable().permute(0, 2, 1).reshape(-1, features);
        SDVariable rows =
                unitRows(layer, new Tensor(steps, TensorSpec.of(features))).variable();
        return input.with(rows.reshape(-1, time, features).permute(0, 2, 1));
    }

    private static Tensor unitRows(GraphScope layer, Tensor input) {
        SDVariable rows = input.flat().variable();
        SDVariable centred = rows.sub(rows.mean(true, 1));
        SDVariable unit = centred.mul(scale(centred.mul(centred).mean(true, 1)));
        Tensor flat = new Tensor(unit, input.spec().flat());
        return affine(layer, input, flat.as(byChannel(input.spec())).variable());
    }

    /** The learnt part: one factor and one summand for each channel. */
    private static Tensor affine(GraphScope layer, Tensor input, SDVariable unit) {
        TensorSpec spec = input.spec();
        SDVariable gain = forChannels(spec, layer.parameter("gain", Initialiser.ones(), spec.dimension(0)));
        SDVariable bias = forChannels(spec, layer.parameter("bias", Initialiser.zeros(), spec.dimension(0)));
        return new Tensor(unit.mul(gain).add(bias), byChannel(spec)).as(spec);
    }

    /** One over the deviation; by way of the logarithm, since ND4J's gradients of roots and squares are made of powers, which
     * have no kernels of ours. */
    private static SDVariable scale(SDVariable variance) {
        var math = variance.getSameDiff().math();
        return math.exp(math.log(variance.add(EPSILON)).mul(-0.5));
    }

    /** A number for each channel, in a shape that is broadcast to {@link #byChannel}. */
    private static SDVariable forChannels(TensorSpec spec, SDVariable numbers) {
        return hasPlaces(spec) ? numbers.reshape(1, spec.dimension(0), 1) : numbers.reshape(1, spec.dimension(0));
    }

    private static TensorSpec byChannel(TensorSpec spec) {
        long channels = spec.dimension(0);
        return hasPlaces(spec) ? TensorSpec.of(channels, spec.size() / channels) : TensorSpec.of(channels);
    }

    private static boolean hasPlaces(TensorSpec spec) {
        return spec.size() > spec.dimension(0);
    }
}
