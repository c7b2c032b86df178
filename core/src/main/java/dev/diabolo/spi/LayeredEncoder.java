package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;

/**
 * An encoder that is a stack of layers, each of which can be applied alone. With a {@link LayeredDecoder} that has one layer
 * more, the model is a stack of autoencoders: layer i of the encoder with layer {@code layers() - i} of the decoder, which
 * makes of its output what its input was; and on top the posterior with the decoder's first layer. A trainer may train each
 * on what those below it make of the data.
 *
 * <p><b>Source:</b> Bengio et al., Greedy layer-wise training of deep networks, NeurIPS 2006.
 */
public interface LayeredEncoder extends Encoder {
    /** How many layers there are. */
    int layers();

    /**
     * Applies one layer; {@link #encode} is all of them in order.
     *
     * @param scope as in {@link #encode}
     * @param input the data, or what the layer below gave
     * @param number from 0
     */
    Tensor layer(GraphScope scope, Tensor input, int number);

    @Override
    default Tensor encode(GraphScope scope, Tensor input) {
        Tensor values = input;
        for (int number = 0; number < layers(); number++) {
            values = layer(scope, values, number);
        }
        return values;
    }
}
