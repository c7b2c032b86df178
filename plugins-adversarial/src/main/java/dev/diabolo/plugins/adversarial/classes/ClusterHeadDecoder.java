package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link ClusterHeadDecoderProvider}. */
record ClusterHeadDecoder(ClusterHeadDecoderOptions options) implements Decoder {
    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        int classes = options.classes();
        int size = code.spec().size() - classes;
        if (size < 1) {
            throw DiaboloException.user(
                    "shape.no-style",
                    Problem.of("codes of shape " + code.spec() + " are no " + classes + " classes and a style, to give "
                                    + output)
                            .at("decoder.classes")
                            .remedy("set a posterior of as many classes, such as adversarial.class-and-style"));
        }
        SDVariable heads = scope.parameter("heads", new Initialiser.Normal(0, options.spread()), classes, size);
        Tensor style = code.part(classes, size);
        SDVariable place = code.part(0, classes).variable().mmul(heads);
        Tensor moved = style.with(style.variable().add(place));
        return layers(scope, moved, output.size()).as(output);
    }

    private Tensor layers(GraphScope scope, Tensor input, int units) {
        Tensor values =
                Layers.hidden(scope, "layer", input, options.hidden(), options.activation(), options.initialisation());
        return Layers.dense(scope, "output", values, units, options.initialisation());
    }
}
