package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link Dl4jEncoderProvider}. */
final class Dl4jEncoder implements Encoder {
    private final Dl4jEncoderOptions options;
    private final List<NetworkLayer> layers;

    private final Function<Path, Dl4jFile> reader;

    Dl4jEncoder(Dl4jEncoderOptions options) {
        this(options, Dl4jFile::read);
    }

    Dl4jEncoder(Dl4jEncoderOptions options, Function<Path, Dl4jFile> reader) {
        this.options = options;
        this.reader = reader;
        this.layers = options.layers().stream().map(NetworkLayer::parse).toList();
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
        TensorSpec spec = data;
        for (NetworkLayer layer : layers) {
            TensorSpec given = spec;
            spec = layer.result(given).orElseThrow(() -> refused(layer, given, data));
        }
        return spec;
    }

    private static DiaboloException refused(NetworkLayer layer, TensorSpec given, TensorSpec data) {
        boolean ofValues = layer instanceof ImportedLayer;
        return DiaboloException.user(
                "dl4j.wrong-width",
                Problem.of("the layer " + layer + " takes " + layer.takes() + " and is given "
                                + (ofValues ? given.size() : given) + ", for data of " + data)
                        .at("encoder.file")
                        .remedy("name a file whose network takes data of " + data
                                + (ofValues ? ", or rows of " + data.size() + " values" : "")));
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        features(input.spec());
        FileOnce file = new FileOnce(() -> reader.apply(Path.of(options.file())));
        Tensor values = inItsUnits(input);
        for (int i = 0; i < layers.size(); i++) {
            GraphScope child = scope.child("layer-" + i);
            values = layers.get(i).apply(child, values, arrays(child, i, file));
        }
        return values;
    }

    private Tensor inItsUnits(Tensor input) {
        SDVariable values = input.variable();
        if (options.inputFactor() != 1) {
            values = values.mul(options.inputFactor());
        }
        if (options.inputShift() != 0) {
            values = values.add(options.inputShift());
        }
        return new Tensor(values, input.spec());
    }

    private List<SDVariable> arrays(GraphScope scope, int layer, FileOnce file) {
        List<NetworkLayer.Part> parts = layers.get(layer).parts();
        List<SDVariable> arrays = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            NetworkLayer.Part part = parts.get(i);
            int number = i;
            Initialiser first =
                    first(part.usual(), () -> file.get().values().get(layer).get(number));
            arrays.add(parameter(scope, part.name(), first, part.shape()));
        }
        return arrays;
    }

    private SDVariable parameter(GraphScope scope, String name, Initialiser first, long... shape) {
        return options.fineTune() ? scope.parameter(name, first, shape) : scope.buffer(name, first, shape);
    }

    /** The file's values; where there is only a description of its layers, usual ones. */
    private Initialiser first(Initialiser otherwise, Supplier<float[]> values) {
        return options.file().isEmpty() ? otherwise : new Initialiser.Given(values);
    }

    /** The file of one graph, read when the first of its weights is asked for; lives as long as the graph's initialisers. */
    private static final class FileOnce {
        private final Supplier<Dl4jFile> reader;
        private @Nullable Dl4jFile file;

        FileOnce(Supplier<Dl4jFile> reader) {
            this.reader = reader;
        }

        synchronized Dl4jFile get() {
            Dl4jFile known = file;
            if (known == null) {
                known = reader.get();
                file = known;
            }
            return known;
        }
    }
}
