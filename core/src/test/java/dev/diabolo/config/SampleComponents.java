package dev.diabolo.config;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Components enough to configure a run, described but never made. */
public final class SampleComponents implements ComponentSchemas {
    /** A recipe of these components, as a plugin would ship it. */
    static final String RECIPE = """
            summary: a dense autoencoder
            epochs: 20
            latent: 32
            learning-rate: 0.001
            encoder:
              type: test.dense
              hidden: [128, 64]
            posterior:
              type: test.point
              size: ${latent}
            decoder:
              type: test.dense
              hidden: ${reverse:encoder.hidden}
            likelihood.type: test.plain
            loss:
              type: test.squared
            trainer:
              type: test.joint
              optimiser:
                learning-rate: ${learning-rate}
            """;

    public enum Activation {
        RELU,
        LEAKY_RELU
    }

    public record Run(
            @Option(help = "passes", defaultValue = "10", min = 1)
            int epochs,

            @Option(help = "seed", defaultValue = "42") long seed,

            @Option(help = "share", defaultValue = "0.1", min = 0, max = 1)
            double validation) {}

    public record Dense(
            @Option(help = "widths", defaultValue = "16", min = 1, formerNames = "layers")
            List<Integer> hidden,

            @Option(help = "non-linearity", defaultValue = "relu")
            Activation activation) {}

    public record Convolution(
            @Option(help = "filters", defaultValue = "8", min = 1)
            int filters) {}

    public record Point(
            @Option(help = "size", defaultValue = "2", min = 1)
            int size) {}

    public record Noise(
            @Option(help = "rate", defaultValue = "0.5", min = 0, max = 1)
            double rate) {}

    public record Nothing() {}

    public record Squared(
            @Option(help = "weight", defaultValue = "1", min = 0)
            double weight,

            @Option(help = "a text", defaultValue = "") String note) {}

    public record Joint(@Option(help = "the optimiser") OptimiserOptions optimiser) {}

    private final Map<String, OptionSchema> schemas = new TreeMap<>();

    SampleComponents() {
        add(ComponentKind.CORRUPTION, "test.noise", Noise.class);
        add(ComponentKind.ENCODER, "test.dense", Dense.class);
        add(ComponentKind.ENCODER, "test.convolution", Convolution.class);
        add(ComponentKind.POSTERIOR, "test.point", Point.class);
        add(ComponentKind.DECODER, "test.dense", Dense.class);
        add(ComponentKind.LIKELIHOOD, "test.plain", Nothing.class);
        add(ComponentKind.LOSS, "test.squared", Squared.class);
        add(ComponentKind.TRAINER, "test.joint", Joint.class);
    }

    private void add(ComponentKind<?> kind, String id, Class<? extends Record> options) {
        schemas.put(kind + ":" + id, OptionSchema.of(options));
    }

    @Override
    public Optional<OptionSchema> schema(ComponentKind<?> kind, ComponentId id) {
        return Optional.ofNullable(schemas.get(kind + ":" + id));
    }

    @Override
    public List<ComponentId> available(ComponentKind<?> kind) {
        return schemas.keySet().stream()
                .filter(key -> key.startsWith(kind + ":"))
                .map(key -> ComponentId.of(key.substring(key.indexOf(':') + 1)))
                .toList();
    }
}
