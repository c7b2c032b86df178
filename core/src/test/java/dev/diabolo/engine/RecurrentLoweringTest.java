package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Kernels for sequences against ND4J's operations and double precision. */
class RecurrentLoweringTest {
    static {
        Backend.load();
    }

    @Property(tries = 100)
    void aLoweredSequenceModelGivesWhatNd4jGives(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 70) int batch,
            @ForAll @IntRange(min = 1, max = 12) int time) {
        compare(seed, batch, time, 0);
    }

    @Test
    void moreUnitsThanAChunkHolds() {
        compare(3, 3, 2, 1030);
    }

    @Test
    void whatGoesTogetherInAPassNeedNotFillIt() {
        compare(5, 50, 3, 100);
    }

    @Test
    void allOfItHasKernels() {
        Model model = new Model(DataType.FLOAT, 1, 3, 0);

        assertThat(PlanCompiler.isCovered(model.context.graph(), model.outputs)).isTrue();
    }

    private static void compare(long seed, int batch, int time, int units) {
        Map<String, float[]> exact = new Model(DataType.DOUBLE, seed, time, units).run(batch, false, 1, 1);
        Model model = new Model(DataType.FLOAT, seed, time, units);
        Map<String, float[]> replayed = model.run(batch, false, 1, 1);
        for (int pieces : new int[] {1, 2, 4}) {
            if (batch >= pieces) {
                Map<String, float[]> lowered = model.run(batch, true, pieces, 1);
                exact.forEach((name, values) -> assertThat(error(lowered.get(name), values))
                        .as("%s of %s, batch %d, %d pieces", name, model.history, batch, pieces)
                        .isLessThanOrEqualTo(3 * error(replayed.get(name), values) + 3e-6 * scale(values)));
                Map<String, float[]> together = model.run(batch, true, pieces, 3);
                lowered.forEach((name, values) ->
                        assertThat(together.get(name)).as(name).isEqualTo(values));
            }
        }
    }

    private static double error(float[] found, float[] exact) {
        assertThat(found).hasSize(exact.length);
        double error = 0;
        for (int i = 0; i < exact.length; i++) {
            error = Math.max(error, Math.abs(found[i] - (double) exact[i]));
        }
        return error;
    }

    private static double scale(float[] values) {
        double scale = 1;
        for (float value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        return scale;
    }

    /** A few random layers over a sequence, and their gradients. */
    private static final class Model {
        private static final WeightInitialisation GLOROT = WeightInitialisation.GLOROT_UNIFORM;

        private final Random random;
        private final DataType type;
        private final int time;
        private final int units;
        private final GraphContext context;
        private final Scope scope;
        private final Tensor data;
        private final Set<String> outputs = new LinkedHashSet<>();
        private final StringBuilder history = new StringBuilder();

        Model(DataType type, long seed, int time, int units) {
            this.random = new Random(seed);
            this.type = type;
            this.time = time;
            this.units = units;
            this.context = new GraphContext(type, true);
            this.scope = context.scope("random", "encoder");
            TensorSpec spec = TensorSpec.of(1 + random.nextInt(5), time);
            this.data = new Tensor(context.input("data", spec), spec);
            build();
        }

        private void build() {
            Tensor sequence = data;
            Tensor vector = null;
            SDVariable objective = null;
            for (int i = 0; i < 4; i++) {
                int kind = random.nextInt(6);
                int width = units > 0 ? units : 2 + random.nextInt(random.nextBoolean() ? 5 : 70);
                String name = "layer-" + i;
                history.append(kind).append('x').append(width).append(' ');
                switch (kind) {
                    case 0 -> sequence = Layers.denseOverTime(scope, name, sequence, width, GLOROT);
                    case 1, 2 -> sequence = Layers.lstm(scope, name, sequence, width, GLOROT, true);
                    case 3 -> {
                        vector = Layers.lstm(scope, name, sequence, width, GLOROT, false);
                        sequence = Layers.repeat(vector, time);
                    }
                    case 4 ->
                        sequence = sequence.with(
                                context.graph().nn().tanh(sequence.variable().mul(1.5)));
                    default -> {
                        // Two layers that read the same sequence, one of them twice.
                        Tensor once = Layers.lstm(scope, name, sequence, width, GLOROT, true);
                        Tensor again = Layers.lstm(scope, name, sequence, width, GLOROT, true);
                        Tensor other = Layers.lstm(scope, name + "-other", sequence, width, GLOROT, true);
                        sequence =
                                once.with(once.variable().mul(other.variable()).add(again.variable()));
                    }
                }
                if (random.nextInt(3) == 0 || i == 3) {
                    Tensor seen = vector != null && random.nextBoolean() ? vector : sequence;
                    SDVariable values = seen.flat().variable();
                    SDVariable sum = values.mul(values).mean(1).sum();
                    objective = objective == null ? sum : objective.add(sum);
                }
            }
            outputs.add(objective.name());
            outputs.add(sequence.variable().name());
            List<String> parameters =
                    context.parameters().stream().map(ParameterSpec::name).toList();
            Differentiator.gradients(objective, parameters, Set.of())
                    .values()
                    .forEach(gradient -> outputs.add(gradient.name()));
            outputs.remove("data");
        }

        Map<String, float[]> run(int batch, boolean lowered, int pieces, int workers) {
            Random values = new Random(batch);
            Map<String, INDArray> bindings = new HashMap<>();
            bindings.put("data", values(values, 1, data.spec().batched(batch)));
            context.parameters().forEach(spec -> bindings.put(spec.name(), values(values, 0.4, spec.shape())));
            PlanSpec spec = new PlanSpec(
                    context.graph(), List.copyOf(outputs), bindings, Map.of(), batch, context.perExample(), pieces);
            return PlanRun.of(spec, lowered, workers);
        }

        private INDArray values(Random source, double factor, long... shape) {
            int length = 1;
            for (long size : shape) {
                length *= (int) size;
            }
            float[] values = new float[length];
            double scale = shape.length == 2 && length > 10_000 ? factor / 10 : factor;
            for (int i = 0; i < length; i++) {
                values[i] = (float) (source.nextGaussian() * scale);
            }
            return Nd4j.createFromArray(values).castTo(type).reshape('c', shape);
        }
    }
}
