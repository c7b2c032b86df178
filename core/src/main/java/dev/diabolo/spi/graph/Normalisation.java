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

    private static final BatchStandardisation OVER_BATCH = new BatchStandardisation(0.1, "batch normalisation");

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
            case BATCH -> batch(scope.child(name), input);
            case LAYER -> layer(scope.child(name), input);
        };
    }

    private static Tensor batch(GraphScope layer, Tensor input) {
        return affine(layer, input, OVER_BATCH.byChannel(layer, input).variable());
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
        SDVariable unit =
                centred.mul(BatchStandardisation.scale(centred.mul(centred).mean(true, 1)));
        Tensor flat = new Tensor(unit, input.spec().flat());
        return affine(layer, input, flat.as(new Channels(input.spec()).shape()).variable());
    }

    /** The learnt part: one factor and one summand for each channel. */
    private static Tensor affine(GraphScope layer, Tensor input, SDVariable unit) {
        Channels channels = new Channels(input.spec());
        SDVariable gain = channels.each(layer.parameter("gain", Initialiser.ones(), channels.count()));
        SDVariable bias = channels.each(layer.parameter("bias", Initialiser.zeros(), channels.count()));
        return new Tensor(unit.mul(gain).add(bias), channels.shape()).as(input.spec());
    }
}
