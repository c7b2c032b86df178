package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** What components may and may not do in a graph, and what the engine makes of it. */
class GraphRulesTest {
    private static final List<TensorSpec> VECTOR = List.of(TensorSpec.of(2));
    private static final List<double[]> ONE = List.of(new double[] {3, 5});

    @Test
    void noGradientFlowsThroughAStop() {
        try (GraphProbe probe = GraphProbe.of(true, 1, VECTOR, (scope, inputs) -> {
            var w = scope.parameter("w", new Initialiser.Constant(2), 2);
            var x = inputs.get(0).variable();
            return Map.of("y", x.mul(w).mul(scope.stopGradient(w)));
        })) {
            assertThat(probe.run(1, ONE).get("y").values()).containsExactly(12, 20);
            // d(x w stop(w)) = x w, not 2 x w.
            assertThat(gradient(probe, "probe/w")).containsExactly(6, 10);
        }
    }

    @Test
    void aParameterUsedTwiceGathersBothGradients() {
        try (GraphProbe probe = GraphProbe.of(true, 1, VECTOR, (scope, inputs) -> {
            var w = scope.parameter("w", new Initialiser.Constant(2), 2);
            var again = scope.parameter("w", new Initialiser.Constant(2), 2);
            return Map.of("y", inputs.get(0).variable().mul(w).add(again.mul(again)));
        })) {
            assertThat(gradient(probe, "probe/w")).containsExactly(7, 9);
        }
    }

    @Test
    void bothSidesOfASumGetTheSameGradient() {
        try (GraphProbe probe = GraphProbe.of(true, 1, VECTOR, (scope, inputs) -> {
            var a = scope.parameter("a", Initialiser.zeros(), 2);
            var b = scope.parameter("b", Initialiser.zeros(), 2);
            return Map.of("y", inputs.get(0).variable().mul(a.add(b)));
        })) {
            assertThat(gradient(probe, "probe/a")).containsExactly(3, 5);
            assertThat(gradient(probe, "probe/b")).containsExactly(3, 5);
        }
    }

    @Test
    void aVariableMadeBehindTheScopesBackIsRefusedByName() {
        assertThatThrownBy(() -> GraphProbe.of(
                        true,
                        1,
                        VECTOR,
                        (scope, inputs) -> Map.of(
                                "y", inputs.get(0).variable().mul(scope.graph().var("sneaky", DataType.DOUBLE, 2)))))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("'sneaky'");
    }

    @Test
    void aPlaceholderMadeBehindTheScopesBackIsRefusedByName() {
        assertThatThrownBy(() -> GraphProbe.of(
                        true,
                        1,
                        VECTOR,
                        (scope, inputs) -> Map.of("y", scope.graph().placeHolder("hidden-input", DataType.DOUBLE, 2))))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("'hidden-input'");
    }

    @Test
    void randomOperationsOfTheGraphAreRefused() {
        assertThatThrownBy(() -> {
                    try (GraphProbe probe = GraphProbe.of(
                            true,
                            1,
                            VECTOR,
                            (scope, inputs) -> Map.of(
                                    "y",
                                    inputs.get(0)
                                            .variable()
                                            .add(scope.graph().random().normal(0, 1, DataType.DOUBLE, 1, 2))))) {
                        probe.run(1, ONE);
                    }
                })
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("GraphScope.noise");
    }

    @Test
    void aParameterAskedForInAnotherShapeIsRefused() {
        assertThatThrownBy(() -> GraphProbe.of(true, 1, VECTOR, (scope, inputs) -> {
                    scope.parameter("w", Initialiser.zeros(), 2);
                    return Map.of("y", scope.parameter("w", Initialiser.zeros(), 3));
                }))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("probe/w")
                .hasMessageContaining("[3]");
    }

    @Test
    void namesOutsideTheAlphabetAreRefused() {
        assertThatThrownBy(() -> GraphProbe.of(
                        true,
                        1,
                        VECTOR,
                        (scope, inputs) -> Map.of("y", scope.parameter("W_1", Initialiser.zeros(), 2))))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("W_1");
    }

    @Test
    void noiseIsTheSameForAnExampleWhateverItsBatch() {
        try (GraphProbe probe = GraphProbe.of(
                true,
                9,
                VECTOR,
                (scope, inputs) -> Map.of(
                        "y",
                        inputs.get(0)
                                .variable()
                                .mul(0)
                                .add(scope.noise("n", NoiseKind.STANDARD_NORMAL, TensorSpec.of(2))
                                        .variable())))) {
            double[] one = probe.run(1, List.of(new double[2])).get("y").values();
            double[] three = probe.run(3, List.of(new double[6])).get("y").values();

            assertThat(three).startsWith(one);
            assertThat(new double[] {three[2], three[3]}).isNotEqualTo(one);
        }
    }

    @Test
    void reductionsAlongADimensionOfSizeOneAreComputed() {
        try (GraphProbe probe = GraphProbe.of(true, 1, VECTOR, (scope, inputs) -> {
            var x = inputs.get(0).variable();
            var column = x.sum(1).reshape(-1, 1);
            return Map.of(
                    "mean",
                    x.mean(0),
                    "norm",
                    scope.graph().math().norm2(x.neg(), 0),
                    "sum",
                    column.sum(1),
                    "kept",
                    x.sum(true, 0));
        })) {
            assertThat(probe.run(1, ONE).get("mean").values()).containsExactly(3, 5);
            assertThat(probe.run(1, ONE).get("norm").values()).containsExactly(3, 5);
            assertThat(probe.run(1, ONE).get("kept").shape()).containsExactly(1, 2);
            List<double[]> two = List.of(new double[] {3, 5, 1, 1});
            assertThat(probe.run(2, two).get("sum").values()).containsExactly(8, 2);
            assertThat(probe.run(2, two).get("mean").values()).containsExactly(2, 3);
            assertThat(probe.run(1, ONE).get("mean").values()).containsExactly(3, 5);
        }
    }

    @Test
    void couplingsAreKnown() {
        try (GraphProbe probe = GraphProbe.of(true, 1, VECTOR, (scope, inputs) -> {
            scope.child("norm").coupleBatch("batch normalisation");
            return Map.of("y", inputs.get(0).variable().add(0));
        })) {
            assertThat(probe.couplings()).containsExactly("batch normalisation");
        }
    }

    private static double[] gradient(GraphProbe probe, String parameter) {
        return probe.gradients("y", new double[] {1, 1}, 1, ONE).get(parameter).values();
    }
}
