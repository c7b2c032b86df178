package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import java.util.List;
import java.util.function.IntFunction;

/** Draws codes from a model's prior, and decodes them. Owns native memory until closed; for one thread. */
final class Generator implements AutoCloseable {
    private static final int ROWS = 64;

    private final ShapedPlan plan;
    private final FloatMemory codes;
    private final FloatMemory examples;
    private final int codeSize;
    private final int exampleSize;
    private final int tail;

    /**
     * @param byClass whether codes are drawn from the prior's part of each one's class
     * @throws DiaboloException (USER) where the model has no prior, or one without parts where they are asked for
     */
    Generator(ModelDefinition model, ParameterStore store, boolean byClass) {
        ModelGraph graph = new ModelGraph(model, store.type(), false);
        graph.data();
        Tensor code = graph.prior()
                .map(prior -> byClass ? prior.sampleOf(graph.labels().orElseThrow()) : prior.sample())
                .orElseThrow(() -> DiaboloException.user(
                        "model.no-prior",
                        Problem.of("this model has no distribution to draw codes from")
                                .remedy("decode codes of your own, or train a recipe with a prior")));
        Tensor example = graph.generate(code).mean();
        graph.context().verify();
        List<String> outputs =
                List.of(code.variable().name(), example.variable().name());
        this.plan =
                ShapedPlan.alone(graph.context(), store, outputs, model.data().batched(ROWS));
        this.codes = FloatMemory.of(plan.plan().output(outputs.get(0)));
        this.examples = FloatMemory.of(plan.plan().output(outputs.get(1)));
        this.codeSize = code.spec().size();
        this.exampleSize = example.spec().size();
        this.tail = model.tail().size();
    }

    /**
     * Generates. The n-th example depends on the seed and n alone.
     *
     * @param first the number of the first
     * @param count how many
     * @param tails writes the tail of a number in [0, count)
     * @param codesOf where the code of a number in [0, count) goes
     * @param examplesOf where its example goes
     */
    void run(
            int first,
            int count,
            long seed,
            TailWriter tails,
            IntFunction<float[]> codesOf,
            IntFunction<float[]> examplesOf) {
        NoiseFiller noise = new NoiseFiller(new RandomStreams(seed));
        for (int done = 0; done < count; done += ROWS) {
            int number = first + done;
            int taken = Math.min(ROWS, count - done);
            plan.noises().forEach((source, array) -> noise.fill(source, array, 0, number));
            writeTails(done, taken, tails);
            plan.plan().run();
            for (int i = 0; i < taken; i++) {
                codes.read(i * codeSize, codesOf.apply(done + i), 0, codeSize);
                examples.read(i * exampleSize, examplesOf.apply(done + i), 0, exampleSize);
            }
        }
    }

    private void writeTails(int done, int count, TailWriter tails) {
        for (int i = 0; i < count && tail > 0; i++) {
            float[] row = new float[plan.data().width()];
            tails.write(done + i, row, row.length - tail);
            plan.data().writeRow(i, row);
        }
    }

    @Override
    public void close() {
        plan.close();
    }
}
