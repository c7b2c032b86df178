package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.LayeredDecoder;
import dev.diabolo.spi.LayeredEncoder;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.Gate;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Stage;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Runs in stages: layers one at a time, and what a corruption does along the way. */
class StagesTest {
    private static final Examples DATA = TestModels.random(60, TestModels.WIDTH, 1);

    private static final class Stack implements LayeredEncoder {
        @Override
        public TensorSpec features(TensorSpec data) {
            return TensorSpec.of(4);
        }

        @Override
        public int layers() {
            return 2;
        }

        @Override
        public Tensor layer(GraphScope scope, Tensor input, int number) {
            return Layers.dense(scope, "layer-" + number, input, 5 - number, WeightInitialisation.GLOROT_UNIFORM);
        }
    }

    private static final class Mirror implements LayeredDecoder {
        private final int first;

        Mirror(int first) {
            this.first = first;
        }

        @Override
        public int layers() {
            return 3;
        }

        @Override
        public Tensor layer(GraphScope scope, Tensor input, TensorSpec output, int number) {
            int units = List.of(first, 5, output.size()).get(number);
            return Layers.dense(scope, "layer-" + number, input, units, WeightInitialisation.GLOROT_UNIFORM);
        }
    }

    private static final class Code implements Posterior {
        @Override
        public TensorSpec code(TensorSpec features) {
            return TensorSpec.of(TestModels.CODE);
        }

        @Override
        public Latent infer(GraphScope scope, Tensor features) {
            return new Latent.Point(
                    Layers.dense(scope, "code", features, TestModels.CODE, WeightInitialisation.GLOROT_UNIFORM));
        }
    }

    private static ModelDefinition model(int first, int stages) {
        return new ModelDefinition(
                TensorSpec.of(TestModels.WIDTH),
                new Stack(),
                new Code(),
                new Mirror(first),
                new TestModels.Plain(),
                new TestModels.SquaredError(),
                context -> {
                    assertThat(context.layers()).isEqualTo(3);
                    List<Stage> layers = new ArrayList<>();
                    for (int layer = 0; layer < stages; layer++) {
                        Phase phase = new Phase(
                                "layer-" + layer,
                                context.allTerms(),
                                Set.of(Groups.ENCODER, Groups.DECODER),
                                TestModels.ADAM,
                                1,
                                Gate.ALWAYS,
                                Optional.of(layer));
                        layers.add(new Stage(phase.name(), List.of(phase), 0.2));
                    }
                    Phase joint = new Phase("joint", context.allTerms(), context.groups(), TestModels.ADAM);
                    return new TrainingPlan(layers, List.of(joint));
                });
    }

    /** What each epoch changed. */
    private static List<Set<String>> changes(ModelDefinition model, int epochs) {
        List<Set<String>> changes = new ArrayList<>();
        TrainingSettings settings = new TrainingSettings(epochs, 20, 1, 1);
        List<Map<String, float[]>> seen = new ArrayList<>();
        TrainingRun[] running = new TrainingRun[1];
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epoch(EpochReport report) {
                seen.add(values(running[0]));
            }
        };
        try (TrainingRun run = new TrainingRun(model, settings, listener, () -> false)) {
            running[0] = run;
            seen.add(values(run));
            run.train(DATA, Optional.empty());
        }
        for (int epoch = 1; epoch < seen.size(); epoch++) {
            Map<String, float[]> before = seen.get(epoch - 1);
            Map<String, float[]> after = seen.get(epoch);
            Set<String> changed = new TreeSet<>();
            after.forEach((name, value) -> {
                if (name.endsWith("weight") && !Arrays.equals(value, before.get(name))) {
                    changed.add(name.substring(0, name.length() - "/weight".length()));
                }
            });
            changes.add(changed);
        }
        return changes;
    }

    private static Map<String, float[]> values(TrainingRun run) {
        Map<String, float[]> values = new LinkedHashMap<>();
        run.parameters().forEach(parameter -> values.put(parameter.name(), parameter.values()));
        return values;
    }

    @Test
    void aStageChangesItsLayerAlone() {
        assertThat(changes(model(4, 3), 5))
                .containsExactly(
                        Set.of("encoder/layer-0", "decoder/layer-2"),
                        Set.of("encoder/layer-1", "decoder/layer-1"),
                        Set.of("posterior/code", "decoder/layer-0"),
                        Set.of(
                                "encoder/layer-0",
                                "encoder/layer-1",
                                "posterior/code",
                                "decoder/layer-0",
                                "decoder/layer-1",
                                "decoder/layer-2"),
                        Set.of(
                                "encoder/layer-0",
                                "encoder/layer-1",
                                "posterior/code",
                                "decoder/layer-0",
                                "decoder/layer-1",
                                "decoder/layer-2"));
    }

    @Test
    void everyStageHasAnEpochAtLeast() {
        assertThat(changes(model(4, 3), 4)).extracting(Set::size).containsExactly(2, 2, 2, 6);
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> changes(model(4, 3), 3))
                .withMessageContaining("at least 4 epochs");
    }

    @Test
    void aDecoderThatDoesNotMirrorTheEncoderIsRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> changes(model(3, 3), 5))
                .withMessageContaining("reverse");
    }

    /** Adds 10 to what it is given, in the place of noise. */
    private record Offset(Purpose purpose) implements Corruption {
        @Override
        public void requireSupported(TensorSpec data) {}

        @Override
        public Tensor corrupt(GraphScope scope, Tensor data) {
            Tensor noise = scope.noise("unused", NoiseKind.UNIFORM, TensorSpec.of(1));
            return data.with(data.variable().add(noise.variable().mul(0)).add(10));
        }
    }

    /** The loss of a model whose reconstruction is what its encoder was given. */
    private static double errorOf(Corruption corruption, boolean training) {
        ModelDefinition echo = new ModelDefinition(
                        TensorSpec.of(TestModels.WIDTH),
                        new Echo(),
                        new AsItIs(),
                        (scope, code, output) -> code,
                        new TestModels.Plain(),
                        new TestModels.SquaredError(),
                        TestModels.jointly(TestModels.ADAM))
                .with(corruption);
        try (GraphProbe probe = GraphProbe.of(training, 1, echo)) {
            String term = new TestModels.SquaredError().terms().get(0).name();
            return probe.run(1, List.of(new double[TestModels.WIDTH]))
                    .get("term:" + term)
                    .values()[0];
        }
    }

    private static final class Echo implements Encoder {
        @Override
        public TensorSpec features(TensorSpec data) {
            return data;
        }

        @Override
        public Tensor encode(GraphScope scope, Tensor input) {
            return input.with(input.variable().mul(1));
        }
    }

    private static final class AsItIs implements Posterior {
        @Override
        public TensorSpec code(TensorSpec features) {
            return features;
        }

        @Override
        public Latent infer(GraphScope scope, Tensor features) {
            return new Latent.Point(features);
        }
    }

    @Test
    void corruptedDataAreComparedWithWhatTheyWere() {
        assertThat(errorOf(new Offset(Corruption.Purpose.RESTORATION), true)).isGreaterThanOrEqualTo(100);
        assertThat(errorOf(new Offset(Corruption.Purpose.RESTORATION), false)).isGreaterThanOrEqualTo(100);
    }

    @Test
    void augmentedDataAreComparedWithThemselvesAndLeftAloneOutsideOfTraining() {
        assertThat(errorOf(new Offset(Corruption.Purpose.AUGMENTATION), true)).isZero();
        assertThat(errorOf(new Offset(Corruption.Purpose.AUGMENTATION), false)).isZero();
    }

    @Test
    void whatIsDrawnFromTheDataIsComparedWithItselfEverywhere() {
        assertThat(errorOf(new Offset(Corruption.Purpose.DRAW), true)).isZero();
        assertThat(errorOf(new Offset(Corruption.Purpose.DRAW), false)).isZero();
    }

    @Test
    void aCorruptionThatLearnsIsRefused() {
        Corruption learning = new Corruption() {
            @Override
            public void requireSupported(TensorSpec data) {}

            @Override
            public Tensor corrupt(GraphScope scope, Tensor data) {
                return Layers.dense(scope, "w", data, data.spec().size(), WeightInitialisation.GLOROT_UNIFORM);
            }
        };
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> errorOf(learning, true))
                .withMessageContaining("corruption/w/weight");
    }
}
