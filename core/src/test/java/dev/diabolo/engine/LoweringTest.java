package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Lowered plans against ND4J's operations, on graphs that nobody wrote. */
class LoweringTest {
    static {
        Backend.load();
    }

    @Property(tries = 150)
    void aLoweredGraphGivesWhatNd4jGives(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 260) int batch,
            @ForAll @IntRange(min = 1, max = 40) int size) {
        RandomGraph graph = RandomGraph.of(DataType.FLOAT, seed, batch, size);
        Map<String, float[]> exact =
                RandomGraph.of(DataType.DOUBLE, seed, batch, size).run(false, 1, 1);
        Map<String, float[]> replayed = graph.run(false, 1, 1);
        for (int pieces : new int[] {1, 2, 4}) {
            if (batch >= pieces) {
                Map<String, float[]> lowered = graph.run(true, pieces, 1);
                exact.forEach((name, values) -> {
                    double allowed = 3 * error(replayed.get(name), values) + 1e-5 * scale(values, batch);
                    assertThat(error(lowered.get(name), values))
                            .as("%s of %s", name, graph)
                            .isLessThanOrEqualTo(allowed);
                });
                Map<String, float[]> together = graph.run(true, pieces, 3);
                lowered.forEach((name, values) ->
                        assertThat(together.get(name)).as(name).isEqualTo(values));
            }
        }
    }

    private static double error(float[] found, float[] exact) {
        assertThat(found).hasSize(exact.length);
        double error = 0;
        for (int i = 0; i < exact.length; i++) {
            if (Float.isFinite(exact[i])) {
                error = Math.max(error, Math.abs(found[i] - (double) exact[i]));
            }
        }
        return error;
    }

    private static double scale(float[] values, int batch) {
        // Sums of many numbers of the order of one cancel.
        double scale = 0.1 + 0.01 * batch;
        for (float value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        return scale;
    }

    @Test
    void comparisonsAreExactAtTheirBoundAndOfWhatIsNoNumber() {
        float least = Float.MIN_VALUE;
        float[] values = {-1, -least, -0f, 0, least, 1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        assertThat(compared(values, x -> x.gt(0))).containsExactly(0, 0, 0, 0, 1, 1, 0, 1, 0);
        assertThat(compared(values, x -> x.gte(0))).containsExactly(0, 0, 1, 1, 1, 1, 0, 1, 0);
        assertThat(compared(values, x -> x.lt(0))).containsExactly(1, 1, 0, 0, 0, 0, 0, 0, 1);
        assertThat(compared(values, x -> x.lte(0))).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 1);
        assertThat(compared(values, x -> x.gt(1))).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0);
        assertThat(compared(values, x -> x.lte(1))).containsExactly(1, 1, 1, 1, 1, 1, 0, 0, 1);
    }

    private static float[] compared(float[] values, UnaryOperator<SDVariable> comparison) {
        GraphContext context = new GraphContext(DataType.FLOAT, true);
        SDVariable data = context.input("data", TensorSpec.of(1));
        SDVariable result = comparison.apply(data).castTo(DataType.FLOAT).mul(1);
        assertThat(PlanCompiler.isCovered(context.graph(), List.of(result.name())))
                .isTrue();
        INDArray column = Nd4j.createFromArray(values).reshape('c', values.length, 1);
        PlanSpec spec = PlanSpec.of(
                context.graph(), List.of(result.name()), Map.of("data", column), values.length, context.perExample());
        return PlanRun.of(spec, true, 1).get(result.name());
    }

    @ParameterizedTest
    @CsvSource({
        "3x4, 3x4, 1",
        "1, 3x4, 12",
        "4, 3x4, 1",
        "1x4, 3x4, 1",
        "3x1, 3x4, 4",
        "3, 3, 1",
        "2x1x1, 2x3x4, 12",
        "1x3x1, 2x3x4, 4",
        "2x1x4, 2x3x4, 0",
        "3x4, 4, 0",
        "5, 3x4, 0",
        "1x1, 3x4, 12"
    })
    void broadcastingIsARepeatAndAPeriod(String from, String to, int repeat) {
        int found = Elements.repeat(shape(from), shape(to));
        if (from.replace("x", "").replace("1", "").isEmpty()) {
            return; // One value alone may be repeated in any way.
        }
        assertThat(found).isEqualTo(repeat);
    }

    private static long[] shape(String text) {
        return java.util.Arrays.stream(text.split("x"))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** A graph of random operations over a batch, parameters and noise. */
    private static final class RandomGraph {
        private final Random random;
        private final int batch;
        private final DataType type;
        private final GraphContext context;
        private final Scope scope;
        private final List<SDVariable> ofBatch = new ArrayList<>();
        private final Map<String, Integer> widths = new HashMap<>();
        private final Map<String, INDArray> bindings = new HashMap<>();
        private final Set<String> outputs = new java.util.LinkedHashSet<>();
        private final List<String> parameters = new ArrayList<>();
        private final StringBuilder history = new StringBuilder();

        private RandomGraph(DataType type, long seed, int batch) {
            this.type = type;
            this.context = new GraphContext(type, true);
            this.scope = context.scope("random", "encoder");
            this.random = new Random(seed);
            this.batch = batch;
            SDVariable data = context.input("data", TensorSpec.of(6));
            bindings.put("data", values(batch, 6));
            remember(data, 6);
            SDVariable noise = scope.noise("noise", NoiseKind.STANDARD_NORMAL, TensorSpec.of(6))
                    .variable();
            bindings.put(noise.name(), values(batch, 6));
            remember(noise, 6);
        }

        static RandomGraph of(DataType type, long seed, int batch, int size) {
            RandomGraph graph = new RandomGraph(type, seed, batch);
            graph.grow(size);
            graph.differentiate();
            return graph;
        }

        private INDArray values(long... shape) {
            int length = 1;
            for (long size : shape) {
                length *= (int) size;
            }
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return Nd4j.createFromArray(values).castTo(type).reshape('c', shape);
        }

        private void remember(SDVariable variable, int width) {
            ofBatch.add(variable);
            widths.put(variable.name(), width);
        }

        private SDVariable parameter(long... shape) {
            SDVariable parameter = scope.parameter("p-" + parameters.size(), Initialiser.zeros(), shape);
            parameters.add(parameter.name());
            bindings.put(parameter.name(), values(shape).muli(0.3));
            return parameter;
        }

        private SDVariable any() {
            return ofBatch.get(random.nextInt(ofBatch.size()));
        }

        private SDVariable any(int width) {
            List<SDVariable> fitting =
                    ofBatch.stream().filter(v -> widths.get(v.name()) == width).toList();
            return fitting.get(random.nextInt(fitting.size()));
        }

        void grow(int size) {
            for (int i = 0; i < size; i++) {
                SDVariable x = any();
                int width = widths.get(x.name());
                int operation = random.nextInt(31);
                history.append(operation).append(' ');
                apply(operation, x, width);
            }
        }

        private void apply(int operation, SDVariable x, int width) {
            var nn = context.graph().nn();
            var math = context.graph().math();
            switch (operation) {
                case 0, 1, 2 -> {
                    int units = 1 + random.nextInt(9);
                    remember(nn.linear(x, parameter(width, units), parameter(units)), units);
                }
                case 3 -> remember(nn.relu(x, 0), width);
                case 4 -> remember(nn.sigmoid(x), width);
                case 5 -> remember(nn.tanh(x), width);
                case 6 -> remember(x.add(any(width)), width);
                case 7 -> remember(x.sub(any(width)), width);
                case 8 -> remember(nn.tanh(x.mul(any(width))), width);
                case 9 -> remember(x.mul(0.5).add(1), width);
                case 10 -> remember(math.exp(nn.tanh(x)), width);
                case 11 -> remember(math.log1p(math.exp(math.abs(x).neg())), width);
                case 12 -> remember(x.mean(1).reshape(-1, 1), 1);
                case 13 -> remember(x.sub(x.mean(true, 1)), width);
                case 14 -> remember(x.add(parameter(1, width)), width);
                case 15 -> remember(nn.gelu(x), width);
                case 16 -> remember(x.div(x.mul(x).add(1)), width);
                case 17 -> remember(math.square(x).mul(0.1), width);
                case 18 -> remember(x.sub(x.mean(true, 0)), width);
                case 19 -> {
                    // Wider than a chunk of registers, now and then.
                    int units = random.nextInt(6) == 0 ? 1025 + random.nextInt(1000) : 3;
                    remember(nn.tanh(nn.linear(x, parameter(width, units), parameter(units))), units);
                }
                case 20 -> remember(x.gte(0.1).castTo(type).mul(x), width);
                case 21 -> {
                    SDVariable both = math.and(x.gte(-0.5), any(width).gte(-0.2));
                    remember(both.castTo(type).add(x), width);
                }
                case 22 -> {
                    SDVariable whole =
                            math.exp(nn.tanh(x).reshape(1, -1).mean(1).mul(0.1)).add(1);
                    remember(x.mul(whole.reshape(1, 1)), width);
                }
                case 23 -> remember(copies(x, width, 3).reshape(-1, 3L * width), 3 * width);
                case 24 -> remember(x.sub(scope.stopGradient(x.max(true, 1))), width);
                case 25 -> {
                    SDVariable rows = nn.tanh(copies(x, width, 2)).reshape(-1, width);
                    remember(scope.stopGradient(rows.max(false, 1)).reshape(-1, 2), 2);
                    remember(rows.sum(1).mul(0.1).reshape(-1, 2), 2);
                }
                case 26 -> remember(math.sqrt(x.mul(x).add(1)), width);
                case 27 -> remember(x.gt(0).castTo(type).add(x), width);
                case 28 -> remember(x.lte(0).castTo(type).sub(x), width);
                case 29 -> remember(x.lt(0.2).castTo(type).mul(x), width);
                default -> remember(x.sum(true, 1).rsub(1).mul(0.1), 1);
            }
        }

        /** Each example's row several times, one behind the other. */
        private SDVariable copies(SDVariable x, int width, int count) {
            return context.graph().tile(x.reshape(-1, 1, width), 1, count, 1);
        }

        void differentiate() {
            SDVariable weight = context.scalar("weight");
            bindings.put("weight", Nd4j.scalar(type, 0.5));
            SDVariable objective = null;
            for (int i = 0; i < 3; i++) {
                SDVariable term = context.graph().nn().tanh(any()).mean(1).sum();
                outputs.add(term.name());
                objective = objective == null ? term.mul(weight) : objective.add(term.mul(weight));
            }
            outputs.add(any().name());
            Differentiator.gradients(objective, parameters, context.gradientStops())
                    .values()
                    .forEach(gradient -> outputs.add(gradient.name()));
        }

        Map<String, float[]> run(boolean lowered, int pieces, int workers) {
            PlanSpec spec = new PlanSpec(
                    context.graph(),
                    outputs.stream().filter(name -> !bindings.containsKey(name)).toList(),
                    bindings,
                    Map.of(),
                    batch,
                    context.perExample(),
                    pieces);
            return PlanRun.of(spec, lowered, workers);
        }

        @Override
        public String toString() {
            return "batch " + batch + ", operations " + history;
        }
    }
}
