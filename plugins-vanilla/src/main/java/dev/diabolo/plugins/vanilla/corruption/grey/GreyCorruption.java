package dev.diabolo.plugins.vanilla.corruption.grey;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Luminance;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link GreyCorruptionProvider}. */
record GreyCorruption() implements Corruption {
    private static final double[] LUMINANCE = {Luminance.RED, Luminance.GREEN, Luminance.BLUE};

    @Override
    public void requireSupported(TensorSpec data) {
        if (data.rank() != 3 || data.dimension(0) != LUMINANCE.length) {
            throw DiaboloException.user(
                    "corruption.no-colours",
                    Problem.of("data of shape " + data + " have no colours to lose")
                            .allowed("images of red, green and blue, of shape [3, height, width]"));
        }
    }

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        long pixels = data.spec().dimension(1) * data.spec().dimension(2);
        SDVariable channels = data.variable().reshape(-1, LUMINANCE.length, pixels);
        SDVariable luminance = channels.mul(scope.constant(LUMINANCE, 1, LUMINANCE.length, 1))
                .sum(1)
                .reshape(-1, 1, pixels);
        SDVariable grey = luminance.mul(scope.constant(new double[] {1, 1, 1}, 1, LUMINANCE.length, 1));
        return data.with(grey.reshape(data.spec().batched(-1)));
    }
}
