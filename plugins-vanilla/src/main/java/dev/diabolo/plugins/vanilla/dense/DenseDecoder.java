package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;

/** See {@link DenseDecoderProvider}. */
final class DenseDecoder implements Decoder {
    private final HiddenLayers layers;
    private final Weights weights;

    DenseDecoder(DenseDecoderOptions options) {
        this.layers = new HiddenLayers(
                options.hidden(),
                options.normalisation(),
                options.activation(),
                options.initialisation(),
                options.dropout(),
                options.residual());
        int last = options.hidden().size();
        this.weights = options.tied()
                ? new Weights.Tied(options.initialisation(), last + 1)
                : new Weights.Own(options.initialisation());
    }

    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        try {
            return layers(scope, code, output);
        } catch (DiaboloException unlike) {
            throw unlike.code().equals("graph.nothing-to-share") ? notMirrored(unlike) : unlike;
        }
    }

    /** Says in settings what the graph says in parameters. */
    private DiaboloException notMirrored(DiaboloException unlike) {
        List<Problem> problems = unlike.problems().stream()
                .map(
                        problem -> problem.at("decoder, decoder.hidden=" + layers.widths())
                                .remedy(
                                        "a decoder that shares its weights mirrors a dense encoder: set decoder.hidden to encoder.hidden in"
                                                + " reverse order (the recipe tied-ae does so where it is left out), or decoder.tied=false"))
                .toList();
        return new DiaboloException(unlike.kind(), unlike.code(), problems, unlike);
    }

    private Tensor layers(GraphScope scope, Tensor code, TensorSpec output) {
        Tensor hidden = layers.apply(scope, code, weights);
        int last = layers.widths().size();
        return weights.layer(scope.child("output"), last, hidden, output.size(), true)
                .as(output);
    }
}
