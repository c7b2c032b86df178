package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link AttentionEncoderProvider}. */
final class AttentionEncoder implements Encoder {
    /** Of positions at first; Dosovitskiy et al. 2021 have it in their code. */
    private static final double DEVIATION = 0.02;

    private final AttentionEncoderOptions options;
    private final Transformer transformer;

    AttentionEncoder(AttentionEncoderOptions options) {
        this.options = options;
        this.transformer = options.transformer();
    }

    @Override
    public TensorSpec features(TensorSpec data) {
        long count = tokens(data).count();
        return TensorSpec.of(options.pooling() == Pooling.MEAN ? options.width() : count * options.width());
    }

    private Tokens tokens(TensorSpec data) {
        return Tokens.of(data, options.patch(), options.steps());
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        Tokens tokens = tokens(input.spec());
        long width = options.width();
        long all = tokens.count() * width;
        Tensor rows = new Tensor(tokens.rows(input), TensorSpec.of(tokens.width()));
        SDVariable embedded = Layers.dense(scope, "embedding", rows, width, options.initialisation())
                .variable();
        SDVariable positions = scope.parameter("positions", new Initialiser.Normal(0, DEVIATION), all);
        SDVariable placed = embedded.reshape(-1, all).add(positions).reshape(-1, width);
        SDVariable values = transformer.apply(scope, placed, tokens.count());
        return options.pooling() == Pooling.MEAN
                ? new Tensor(values.reshape(-1, tokens.count(), width).mean(1), TensorSpec.of(width))
                : new Tensor(values.reshape(-1, all), TensorSpec.of(all));
    }
}
