package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How much memory plans take; that sharing it changes no result is tested with the lowering. */
class MemoryPlanTest {
    private static final int BATCH = 128;
    private static final int WIDTH = 20;

    static {
        Backend.load();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void applyingADeepNetworkTakesNoMoreThanAShallowOne(int pieces) {
        try (Plan shallow = plan(3, false, pieces);
                Plan deep = plan(12, false, pieces)) {
            assertThat(deep.memory()).isEqualTo(shallow.memory()).isLessThanOrEqualTo(3L * BATCH * WIDTH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void gradientsTakeALayersValuesAndWithSeveralPiecesTheirGradientsToo(int pieces) {
        try (Plan shallow = plan(3, true, pieces);
                Plan deep = plan(12, true, pieces)) {
            // Weights' gradients sum over the examples of all pieces, and so come after all of them.
            long layer = (long) pieces * BATCH * WIDTH + WIDTH * WIDTH + WIDTH;
            assertThat(deep.memory() - shallow.memory()).isEqualTo(9 * layer);
        }
    }

    @Test
    void resultsThatAreWantedKeepTheirOwn() {
        try (Plan plan = plan(12, true, 1)) {
            plan.run();
            List<INDArray> first = new ArrayList<>();
            for (int layer = 0; layer < 12; layer++) {
                first.add(plan.output(gradient(layer)).dup());
            }
            plan.run();
            for (int layer = 0; layer < 12; layer++) {
                assertThat(plan.output(gradient(layer))).isEqualTo(first.get(layer));
                assertThat(plan.output(gradient(layer)).norm2Number().doubleValue())
                        .isPositive();
            }
        }
    }

    private static String gradient(int layer) {
        return "gradient-" + layer;
    }

    /** Layers of equal width, and where asked for the gradients of their weights. */
    private static Plan plan(int layers, boolean gradients, int pieces) {
        GraphContext context = new GraphContext(DataType.FLOAT, true);
        Scope scope = context.scope("deep", "encoder");
        TensorSpec spec = TensorSpec.of(WIDTH);
        Tensor values = new Tensor(context.input("data", spec), spec);
        for (int i = 0; i < layers; i++) {
            Tensor sum = Layers.dense(scope, "layer-" + i, values, WIDTH, WeightInitialisation.GLOROT_UNIFORM);
            values = sum.with(context.graph().nn().tanh(sum.variable()));
        }
        List<String> outputs = new ArrayList<>();
        if (gradients) {
            SDVariable objective = values.variable().mul(values.variable()).sum();
            List<String> parameters =
                    context.parameters().stream().map(ParameterSpec::name).toList();
            Map<String, SDVariable> found = Differentiator.gradients(objective, parameters, Set.of());
            for (int i = 0; i < layers; i++) {
                String name = gradient(i);
                found.get("deep/layer-" + i + "/weight").rename(name);
                outputs.add(name);
                outputs.add(found.get("deep/layer-" + i + "/bias").name());
            }
        } else {
            outputs.add(values.variable().name());
        }
        Map<String, INDArray> bindings = new HashMap<>();
        bindings.put("data", Nd4j.rand(DataType.FLOAT, BATCH, WIDTH));
        context.parameters()
                .forEach(p -> bindings.put(
                        p.name(), Nd4j.rand(DataType.FLOAT, p.shape()).subi(0.5).muli(0.5)));
        return PlanCompiler.compile(
                new PlanSpec(context.graph(), outputs, bindings, Map.of(), BATCH, context.perExample(), pieces));
    }
}
