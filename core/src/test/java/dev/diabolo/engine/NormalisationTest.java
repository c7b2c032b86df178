package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NormalisationTest {
    private static final int BATCH = 6;

    /** Batch, channels and places: over which of them one mean is taken says the name of the group. */
    @ParameterizedTest
    @CsvSource({
        "BATCH, 4, 1, 1, channel",
        "BATCH, 3, 5, 0, channel",
        "BATCH, 2, 3, 4, channel",
        "LAYER, 4, 1, 1, example",
        "LAYER, 3, 5, 0, step",
        "LAYER, 2, 3, 4, example"
    })
    void valuesThatAreNormalisedTogetherHaveMeanZeroAndVarianceOne(
            Normalisation normalisation, int channels, int height, int width, String group) {
        TensorSpec spec = width == 0 ? TensorSpec.of(channels, height) : TensorSpec.of(channels, height, width);
        int places = spec.size() / channels;
        double[] sums = new double[BATCH * spec.size()];
        double[] squares = new double[BATCH * spec.size()];
        int[] counts = new int[BATCH * spec.size()];
        try (GraphProbe probe = probe(normalisation, true, spec)) {
            double[] found = probe.run(BATCH, List.of(values(BATCH * spec.size())))
                    .get("y")
                    .values();
            for (int i = 0; i < found.length; i++) {
                int example = i / spec.size();
                int key = switch (group) {
                    case "channel" -> i / places % channels;
                    case "step" -> example * places + i % places;
                    default -> example;
                };
                sums[key] += found[i];
                squares[key] += found[i] * found[i];
                counts[key]++;
            }
        }
        for (int key = 0; key < counts.length && counts[key] > 0; key++) {
            assertThat(sums[key] / counts[key]).isCloseTo(0, within(1e-12));
            // Short of one by the share of the epsilon in the variance.
            assertThat(squares[key] / counts[key]).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void outsideTrainingTheAveragesOfTheModelCount() {
        try (GraphProbe probe = probe(Normalisation.BATCH, false, TensorSpec.of(2))) {
            probe.set("probe/norm/mean", new double[] {1, -2});
            probe.set("probe/norm/variance", new double[] {4, 9});
            probe.set("probe/norm/gain", new double[] {2, 3});
            probe.set("probe/norm/bias", new double[] {10, 20});

            double[] found = probe.run(1, List.of(new double[] {3, 4})).get("y").values();

            assertThat(probe.couplings()).isEmpty();
            assertThat(found[0]).isCloseTo(10 + 2 * 2 / Math.sqrt(4 + 1e-5), within(1e-12));
            assertThat(found[1]).isCloseTo(20 + 3 * 6 / Math.sqrt(9 + 1e-5), within(1e-12));
        }
    }

    @Test
    void trainingMovesTheAveragesATenthOfTheWay() {
        GraphContext context = new GraphContext(DataType.DOUBLE, true);
        Scope scope = context.scope("probe", "probe");
        SDVariable data = context.input("data", TensorSpec.of(1));
        Normalisation.BATCH.apply(scope, "norm", new Tensor(data, TensorSpec.of(1)));

        assertThat(context.assignments()).containsOnlyKeys("probe/norm/mean", "probe/norm/variance");
        assertThat(context.couplings()).containsExactly("batch normalisation");
        double[] next = next(context, new double[] {1, 3});
        // From a mean of 0 and a variance of 1, with a batch of mean 2 and variance 1.
        assertThat(next[0]).isCloseTo(0.2, within(1e-12));
        assertThat(next[1]).isCloseTo(1, within(1e-12));
        next = next(context, new double[] {-3, 3});
        assertThat(next[0]).isCloseTo(0, within(1e-12));
        assertThat(next[1]).isCloseTo(0.9 + 0.9, within(1e-12));
    }

    /** Losses have the encoder built again, for spoilt data: those must not be what it is normalised by later. */
    @Test
    void furtherPassesDoNotMoveTheAverages() {
        GraphContext context = new GraphContext(DataType.DOUBLE, true);
        Scope scope = context.scope("probe", "probe");
        SDVariable data = context.input("data", TensorSpec.of(1));
        Normalisation.BATCH.apply(scope, "norm", new Tensor(data, TensorSpec.of(1)));
        Normalisation.BATCH.apply(scope, "norm", new Tensor(data.add(100), TensorSpec.of(1)));

        assertThat(next(context, new double[] {1, 3})[0]).isCloseTo(0.2, within(1e-12));
    }

    private static double[] next(GraphContext context, double[] batch) {
        Backend.load();
        Map<String, INDArray> bindings = new HashMap<>();
        bindings.put("data", Nd4j.createFromArray(batch).reshape(batch.length, 1));
        context.parameters()
                .forEach(spec -> bindings.put(
                        spec.name(),
                        Nd4j.valueArrayOf(
                                spec.shape(),
                                spec.name().endsWith("variance") || spec.name().endsWith("gain") ? 1 : 0,
                                DataType.DOUBLE)));
        List<String> outputs = List.copyOf(context.assignments().values());
        try (Plan plan = PlanCompiler.compile(
                PlanSpec.of(context.graph(), outputs, bindings, batch.length, context.perExample()))) {
            plan.run();
            return new double[] {
                plan.output(context.assignments().get("probe/norm/mean")).getDouble(0),
                plan.output(context.assignments().get("probe/norm/variance")).getDouble(0)
            };
        }
    }

    /** Otherwise ND4J's operations would run on one thread while the others wait. */
    @ParameterizedTest
    @CsvSource({
        "BATCH, 4, 1, 1",
        "BATCH, 3, 5, 0",
        "BATCH, 2, 3, 4",
        "LAYER, 4, 1, 1",
        "LAYER, 3, 5, 0",
        "LAYER, 2, 3, 4"
    })
    void threadsShareAPlan(Normalisation normalisation, int channels, int height, int width) {
        TensorSpec spec = width == 0 ? TensorSpec.of(channels, height) : TensorSpec.of(channels, height, width);
        GraphContext context = new GraphContext(DataType.FLOAT, true);
        Scope scope = context.scope("probe", "probe");
        Tensor data = new Tensor(context.input("data", spec), spec);
        Tensor scaled = data.with(data.variable().mul(scope.parameter("factor", Initialiser.ones(), 1)));
        SDVariable result = normalisation.apply(scope, "norm", scaled).variable();
        List<String> outputs = new ArrayList<>(context.assignments().values());
        Differentiator.gradients(
                        result.mul(result).sum(),
                        List.of("probe/factor", "probe/norm/gain", "probe/norm/bias"),
                        Set.of())
                .values()
                .forEach(gradient -> outputs.add(gradient.name()));
        assertThat(PlanCompiler.isCovered(context.graph(), outputs)).isTrue();
    }

    @Test
    void aVectorAloneInItsBatchBecomesTheBias() {
        try (GraphProbe probe = probe(Normalisation.BATCH, true, TensorSpec.of(2))) {
            probe.set("probe/norm/bias", new double[] {0.5, -0.5});

            assertThat(probe.run(1, List.of(new double[] {7, 8})).get("y").values())
                    .containsExactly(0.5, -0.5);
        }
    }

    @Test
    void withoutNormalisationNothingChanges() {
        try (GraphProbe probe = probe(Normalisation.NONE, true, TensorSpec.of(2))) {
            assertThat(probe.parameters()).isEmpty();
            assertThat(probe.run(1, List.of(new double[] {7, 8})).get("y").values())
                    .containsExactly(7, 8);
        }
    }

    private static GraphProbe probe(Normalisation normalisation, boolean training, TensorSpec spec) {
        return GraphProbe.of(
                training,
                1,
                List.of(spec),
                (scope, inputs) -> Map.of(
                        "y", normalisation.apply(scope, "norm", inputs.get(0)).variable()));
    }

    private static double[] values(int count) {
        return new SplittableRandom(5).doubles(count, -2, 5).toArray();
    }
}
