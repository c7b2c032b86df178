package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Each example's values with mean 0 and variance 1, then scaled and shifted.
 *
 * <p><b>Shapes:</b> {@code [batch, n] -> [batch, n]}.
 *
 * <p><b>Formula:</b> {@code g (x - m) / sqrt(v + 1e-5) + b}, with mean m and variance v over the example's values, g one and b
 * zero at first.
 *
 * <p><b>Source:</b> Ba, Kiros and Hinton 2016, equation 4; the constant is PyTorch's.
 */
final class LayerNormalisation {
    private static final double EPSILON = 1e-5;

    private LayerNormalisation() {}

    /** Makes {@code gain} and {@code bias} under {@code name}. */
    static Tensor layerNormalisation(GraphScope scope, String name, Tensor input) {
        GraphScope layer = scope.child(name);
        long width = input.spec().size();
        SDVariable gain = layer.parameter("gain", Initialiser.ones(), width);
        SDVariable bias = layer.parameter("bias", Initialiser.zeros(), width);
        SDVariable x = input.flat().variable();
        SDVariable centred = x.sub(x.mean(true, 1));
        SDVariable variance = centred.mul(centred).mean(true, 1);
        SDVariable deviation = scope.graph().math().sqrt(variance.add(EPSILON));
        SDVariable normal = centred.div(deviation);
        return new Tensor(normal.mul(gain).add(bias), input.spec().flat()).as(input.spec());
    }
}
