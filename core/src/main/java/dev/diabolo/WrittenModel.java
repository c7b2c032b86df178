package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Inference;
import dev.diabolo.engine.ParameterValues;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.exchange.LinearMap;
import dev.diabolo.spi.exchange.TrainedNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model as others read it: a file, or a network for other frameworks.
 *
 * @param document what a file says of the model
 */
record WrittenModel(ModelDocument document, Inference inference, Scaling scaling) {
    void write(Path file, Optional<CodeSampler> sampler) {
        List<ParameterValues> parameters = new ArrayList<>(inference.parameters());
        sampler.ifPresent(present -> parameters.addAll(present.parameters()));
        ModelDocument described =
                sampler.map(present -> present.describedIn(document)).orElse(document);
        ModelArchive.write(file, new ModelArchive.Content(described, parameters));
    }

    /** Of what the model computes. */
    String fingerprint() {
        return Fingerprint.of(document, inference.parameters());
    }

    /** A part, with the scaling of the data in it. */
    TrainedNetwork network(ModelPart part) {
        double factor = scaling.factor();
        LinearMap in = new LinearMap(factor, -scaling.offset() * factor);
        LinearMap out = new LinearMap(1 / factor, scaling.offset());
        return switch (part) {
            case ENCODER -> inference.network(Inference.Function.ENCODE, in, LinearMap.IDENTITY);
            case DECODER -> inference.network(Inference.Function.DECODE, LinearMap.IDENTITY, out);
            case WHOLE -> inference.network(Inference.Function.RECONSTRUCT, in, out);
        };
    }
}
