package dev.diabolo.engine.classification;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.graph.Convolutions;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.graph.Window;

/**
 * The layers below the last: for images of at least 8 by 8 two convolutions of 5 by 5 with a stride of 2, of 16 and 32 channels; then, and for
 * other data at once, fully connected layers. All rectified.
 */
record FeatureNetwork(int features) implements Encoder {
    private static final int LEAST_SIDE = 8;
    private static final int[] CHANNELS = {16, 32};
    private static final Window WINDOW = Window.ofImages(5, 2);
    private static final WeightInitialisation WEIGHTS = WeightInitialisation.HE_NORMAL;
    private static final double DROPOUT = 0.25;

    @Override
    public TensorSpec features(TensorSpec data) {
        return TensorSpec.of(features);
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        TensorSpec spec = input.spec();
        boolean image = spec.rank() == 3 && spec.dimension(1) >= LEAST_SIDE && spec.dimension(2) >= LEAST_SIDE;
        Tensor hidden = image
                ? Layers.dropout(scope, "dropout", convolved(scope, input), DROPOUT)
                : dense(scope, "hidden", input);
        return dense(scope, "features", hidden);
    }

    private static Tensor convolved(GraphScope scope, Tensor image) {
        Convolutions convolutions = new Convolutions(WEIGHTS, true);
        Tensor values = image;
        for (int i = 0; i < CHANNELS.length; i++) {
            Tensor maps = convolutions.convolution(scope, "stage-" + i, values, WINDOW, CHANNELS[i]);
            values = rectified(scope, maps);
        }
        return values.flat();
    }

    private Tensor dense(GraphScope scope, String name, Tensor input) {
        return rectified(scope, Layers.dense(scope, name, input, features, WEIGHTS));
    }

    private static Tensor rectified(GraphScope scope, Tensor values) {
        return values.with(scope.graph().nn().relu(values.variable(), 0));
    }
}
