package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

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
        Plan plan = PlanCompiler.compile(spec);
        long found = PlanMemory.estimate(spec, Long.MAX_VALUE).orElseThrow();

        assertThat((double) found).isCloseTo(plan.bytes(), within(0.1 * plan.bytes()));
        plan.close();
    }

    @Test
    void aPlanThatNeedsMoreThanThereIsIsRefusedWithHowMuch() {
        long needed = PlanMemory.estimate(spec, Long.MAX_VALUE).orElseThrow();

        assertRefused(needed / 2, "500 examples at a time need about", "MiB", "are free");
        assertRefused(0, "more than");
    }

    private void assertRefused(long free, String... messages) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> PlanMemory.compile(spec, free))
                .matches(refusal -> refusal.kind() == ErrorKind.RESOURCE)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(messages));
    }

    /** Tracing takes more than the plan in the end: there is enough all the same. */
    @Test
    void aPlanThatFitsIsCompiledThoughItsTraceDoesNot() {
        long needed = PlanMemory.estimate(spec, Long.MAX_VALUE).orElseThrow();
        assertThatExceptionOfType(PlanMemory.Exceeded.class)
                .isThrownBy(() -> PlanCompiler.compile(spec, needed).close());

        Plan plan = PlanMemory.compile(spec, needed + 100);

        assertThat(plan.bytes()).isLessThanOrEqualTo(needed + 100);
        plan.close();
    }

    @Test
    void aProcessHasMemoryLeft() {
        assertThat(PlanMemory.free()).isGreaterThan(1L << 20);
    }
}
