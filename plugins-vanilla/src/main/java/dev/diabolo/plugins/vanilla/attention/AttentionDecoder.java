package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link AttentionDecoderProvider}. */
final class AttentionDecoder implements Decoder {
    private final AttentionDecoderOptions options;
    private final Transformer transformer;

    AttentionDecoder(AttentionDecoderOptions options) {
        this.options = options;
        this.transformer = options.transformer();
    }

    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        Tokens tokens = Tokens.of(output, options.patch(), options.steps());
        long width = options.width();
        Tensor first = Layers.dense(scope, "tokens", code, tokens.count() * width, options.initialisation());
        SDVariable values = transformer.apply(scope, first.variable().reshape(-1, width), tokens.count());
        Tensor rows = new Tensor(values, TensorSpec.of(width));
        return tokens.examples(Layers.dense(scope, "output", rows, tokens.width(), options.initialisation())
                .variable());
    }
}
