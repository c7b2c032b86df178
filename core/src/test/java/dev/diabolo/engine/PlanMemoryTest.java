package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PlanMemoryTest {
    private static final int EXAMPLES = 500;
    private static final long MUCH = 1L << 30;

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
    void whatManyExamplesNeedIsKnownFromFew() {
        PlanMemory.Need need = PlanMemory.need(spec, MUCH);

        assertThat(need.known()).isTrue();
        assertThat(need.bytes()).isEqualTo(PlanCompiler.traced(spec, MUCH));
    }

    @Test
    void aPlanThatNeedsMoreThanThereIsIsRefusedWithHowMuch() {
        long needed = PlanMemory.need(spec, MUCH).bytes();

        assertRefused(needed - 1, needed / 2, "500 examples at a time need about", "KiB are free");
        assertRefused(needed - 1, 1, "500 examples at a time need more than");
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
    void aProcessHasMemoryLeft() {
        assertThat(PlanMemory.free()).isGreaterThan(1L << 20);
    }
}
