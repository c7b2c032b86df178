package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** A decoder that is a stack of layers, each of which can be applied alone; see {@link LayeredEncoder}. */
public interface LayeredDecoder extends Decoder {
    /** How many layers there are, the one that gives the output included. */
    int layers();

    /**
     * Applies one layer; {@link #decode} is all of them in order.
     *
     * @param scope as in {@link #decode}
     * @param input the code, or what the layer before gave
     * @param output the shape that the last layer is to give; the others have shapes of their own
     * @param number from 0
     */
    Tensor layer(GraphScope scope, Tensor input, TensorSpec output, int number);

    @Override
    default Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        Tensor values = code;
        for (int number = 0; number < layers(); number++) {
            values = layer(scope, values, output, number);
        }
        return values;
    }
}
