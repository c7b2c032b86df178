package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.training.TermSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PlanMemoryTest {
    private static final int EXAMPLES = 500;
    private static final long MUCH = 1L << 30;
    private static final int WIDE = 600;
    private static final int FEW = 8;

    private ParameterStore store;
    private PlanSpec spec;

    @BeforeEach
    void build() {
        Backend.load();
        ModelDefinition model = TestModels.model();
        store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
        ModelGraph graph = new ModelGraph(model, DataType.FLOAT, false);
        String output =
                graph.forward(graph.data()).reconstruction().mean().variable().name();
        Map<String, INDArray> bindings = new HashMap<>();
        graph.context().parameters().forEach(parameter -> bindings.put(parameter.name(), store.view(parameter.name())));
        bindings.put(ModelGraph.DATA, Nd4j.create(DataType.FLOAT, EXAMPLES, TestModels.WIDTH));
        spec = PlanSpec.of(
                graph.context().graph(),
                List.of(output),
                bindings,
                EXAMPLES,
                graph.context().perExample());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anArrayOfMoreValuesThanAnyArrayHasIsRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> PlanMemory.require(128, 3_000_000_000L, 4))
                .withMessageContaining("128 examples at a time need 3,000,000,000 values in one array")
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.RESOURCE));
    }

    @Test
    void whatManyExamplesNeedIsKnownFromFew() {
        PlanMemory.Need need = PlanMemory.need(spec, MUCH);

        assertThat(need.known()).isTrue();
        assertThat(need.bytes()).isEqualTo(PlanCompiler.traced(spec, MUCH));
    }

    @Test
    void aPlanThatNeedsMoreThanThereIsIsRefusedWithHowMuch() {
        long needed = PlanMemory.need(spec, MUCH).bytes();

        assertRefused(needed - 1, needed / 2, "500 examples at a time need about", "KiB are free");
        assertRefused(needed - 1, 1, "500 examples at a time need about", "KiB are free");
        assertRefused(1024, MUCH, "500 examples at a time need about", ", and 1.0 KiB are free");
        assertRefused(1, MUCH, "500 examples at a time need more than 0.0 KiB");
        assertRefused(0, MUCH, "need more than 0.0 KiB, and 0.0 KiB are free");
    }

    private void assertRefused(long free, long unasked, String... messages) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> PlanMemory.compile(spec, free, unasked))
                .matches(refusal -> refusal.kind() == ErrorKind.RESOURCE)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(messages));
    }

    @Test
    void aPlanIsCompiledThatNeedsMoreThanItMayTakeUnaskedAndLessThanThereIs() {
        long needed = PlanMemory.need(spec, MUCH).bytes();

        Plan plan = PlanMemory.compile(spec, needed, needed - 1);

        assertThat(plan.size()).isPositive();
        plan.close();
    }

    @Test
    void gradientsThatHaveAPlaceAreNoMemoryOfThePlan() {
        ModelDefinition model = wide(new TestModels.SquaredError());
        try (ParameterStore wide = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
                FlatVector gradients = new FlatVector(DataType.FLOAT, size(model))) {
            PlanSpec training = training(model, wide, gradients);

            PlanMemory.Need need = PlanMemory.need(training, MUCH);

            assertThat(need.bytes()).isLessThan(4L * size(model)).isEqualTo(PlanCompiler.traced(training, MUCH));
        }
    }

    /** With memory that does not grow with the batch, and is more than the plan may take unasked. */
    @Test
    void wideLayersAreTrainedOnSmallBatchesWhereThereIsRoom() {
        ModelDefinition model = wide(new Penalised());
        try (ParameterStore wide = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
                FlatVector gradients = new FlatVector(DataType.FLOAT, size(model))) {
            PlanSpec training = training(model, wide, gradients);
            long needed = PlanMemory.need(training, MUCH).bytes();
            long one = PlanCompiler.traced(training.first(1), MUCH);
            assertThat(needed).isLessThan(2 * one);

            Plan plan = PlanMemory.compile(training, needed, one / 2);

            assertThat(plan.size()).isPositive();
            plan.close();
        }
    }

    /** The error of the reconstruction, and the squares of the weights. */
    private static final class Penalised implements Loss {
        @Override
        public List<TermSpec> terms() {
            return List.of(new TermSpec("error", "", ""));
        }

        @Override
        public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
            SDVariable error = new TestModels.SquaredError().build(scope, pass).get("error");
            SDVariable weights = scope.graph().getVariable("encoder/hidden/weight");
            return Map.of("error", error.add(weights.mul(weights).mean()));
        }
    }

    private static final class Wide implements Encoder {
        @Override
        public TensorSpec features(TensorSpec data) {
            return data;
        }

        @Override
        public Tensor encode(GraphScope scope, Tensor input) {
            return Layers.dense(scope, "hidden", input, WIDE, WeightInitialisation.GLOROT_UNIFORM);
        }
    }

    private static ModelDefinition wide(Loss loss) {
        return new ModelDefinition(
                TensorSpec.of(WIDE),
                new Wide(),
                new TestModels.Point(),
                new TestModels.Affine(),
                new TestModels.Plain(),
                loss,
                TestModels.jointly(TestModels.ADAM));
    }

    private static int size(ModelDefinition model) {
        return (int) RunPlan.parameters(model).stream()
                .mapToLong(ParameterSpec::size)
                .sum();
    }

    /** Of the gradients of all parameters, one behind the other. */
    private static PlanSpec training(ModelDefinition model, ParameterStore store, FlatVector gradients) {
        ModelGraph graph = new ModelGraph(model, DataType.FLOAT, true);
        SDVariable objective =
                graph.terms(graph.forward(graph.data())).get("error").sum();
        List<ParameterSpec> parameters = graph.context().parameters();
        Map<String, INDArray> bindings = new HashMap<>();
        parameters.forEach(parameter -> bindings.put(parameter.name(), store.view(parameter.name())));
        bindings.put(ModelGraph.DATA, Nd4j.create(DataType.FLOAT, FEW, WIDE));
        Map<String, SDVariable> found = Differentiator.gradients(
                objective, parameters.stream().map(ParameterSpec::name).toList(), Set.of());
        Map<String, INDArray> targets = new HashMap<>();
        int offset = 0;
        for (ParameterSpec parameter : parameters) {
            targets.put(found.get(parameter.name()).name(), gradients.view(offset, parameter.shape()));
            offset += (int) parameter.size();
        }
        return new PlanSpec(
                graph.context().graph(),
                List.copyOf(targets.keySet()),
                bindings,
                targets,
                FEW,
                graph.context().perExample(),
                1);
    }

    @Test
    void aProcessHasMemoryLeft() {
        assertThat(PlanMemory.free()).isGreaterThan(1L << 20);
    }
}
