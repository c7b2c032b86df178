package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link LadderDecoderProvider}. */
record LadderDecoder(LadderDecoderOptions options) implements Decoder {
    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        int size = options.size();
        if (code.spec().size() < size) {
            throw DiaboloException.user(
                    "decoder.code-too-small",
                    Problem.of("the lowest layer has " + size + " numbers, and the whole code has shape " + code.spec()
                                    + "; data of shape " + output + " cannot be decoded from it")
                            .at("decoder.size")
                            .remedy("set it to the first of posterior.sizes"));
        }
        SDVariable flat = code.flat().variable();
        SDVariable lowest =
                code.spec().size() == size ? flat : flat.getSameDiff().slice(flat, new int[] {0, 0}, -1, size);
        Tensor units = Layers.hidden(
                scope,
                "layer",
                new Tensor(lowest, TensorSpec.of(size)),
                options.hidden(),
                options.activation(),
                options.initialisation());
        return Layers.dense(scope, "output", units, output.size(), options.initialisation())
                .as(output);
    }
}
