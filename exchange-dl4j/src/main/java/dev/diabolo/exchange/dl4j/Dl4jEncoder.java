package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link Dl4jEncoderProvider}. */
final class Dl4jEncoder implements Encoder {
    private final Dl4jEncoderOptions options;
    private final List<ImportedLayer> layers;

    Dl4jEncoder(Dl4jEncoderOptions options) {
        this.options = options;
        this.layers = options.layers().stream().map(ImportedLayer::parse).toList();
    }

    @Override
    public TensorSpec features(TensorSpec data) {
        if (layers.isEmpty()) {
            throw DiaboloException.user(
                    "dl4j.no-file",
                    Problem.of("no file is named that data of " + data + " could be encoded with")
                            .at("encoder.file")
                            .allowed("a model file of Deeplearning4j")
                            .remedy("name one: --set encoder.file=FILE"));
        }
        int width = data.size();
        for (ImportedLayer layer : layers) {
            if (layer.in() != width) {
                throw DiaboloException.user(
                        "dl4j.wrong-width",
                        Problem.of("the layer " + layer + " takes " + layer.in() + " values and is given " + width
                                        + ", for data of " + data)
                                .at("encoder.file")
                                .remedy("name a file whose network takes rows of " + data.size() + " values"));
            }
            width = layer.out();
        }
        return TensorSpec.of(width);
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        features(input.spec());
        SDVariable values = input.flat().variable();
        for (int i = 0; i < layers.size(); i++) {
            ImportedLayer layer = layers.get(i);
            int number = i;
            GraphScope child = scope.child("layer-" + i);
            SDVariable weight = parameter(
                    child,
                    "weight",
                    first(
                            WeightInitialisation.GLOROT_UNIFORM.initialiser(layer.in(), layer.out()),
                            file -> file.weights().get(number)),
                    layer.in(),
                    layer.out());
            SDVariable bias = parameter(
                    child,
                    "bias",
                    first(Initialiser.zeros(), file -> file.biases().get(number)),
                    layer.out());
            values = layer.activation().apply(scope.graph().nn().linear(values, weight, bias));
        }
        return new Tensor(values, TensorSpec.of(layers.get(layers.size() - 1).out()));
    }

    private SDVariable parameter(GraphScope scope, String name, Initialiser first, long... shape) {
        return options.fineTune() ? scope.parameter(name, first, shape) : scope.buffer(name, first, shape);
    }

    /** The file's values; where there is only a description of its layers, usual ones. */
    private Initialiser first(Initialiser otherwise, Function<Dl4jFile, float[]> part) {
        return options.file().isEmpty()
                ? otherwise
                : new Initialiser.Given(() -> part.apply(Dl4jFile.read(Path.of(options.file()))));
    }
}
