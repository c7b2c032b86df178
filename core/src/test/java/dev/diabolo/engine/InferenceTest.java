package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.engine.Inference.Function;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InferenceTest {
    private static final Examples DATA = TestModels.random(700, TestModels.WIDTH, 5);
    private static final List<ParameterValues> PARAMETERS = trained();

    private static List<ParameterValues> trained() {
        try (TrainingRun run = new TrainingRun(
                TestModels.model(), new TrainingSettings(1, 50, 1, 1), TrainingListener.NONE, () -> false)) {
            return run.train(DATA, Optional.empty()).parameters();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 255, 256, 257, 700})
    void aRowHasTheSameCodeInAnyBatch(int count) {
        try (Inference inference = new Inference(TestModels.model(), PARAMETERS)) {
            float[] together = run(inference, Function.ENCODE, rows(count), count);
            float[] last = run(
                    inference,
                    Function.ENCODE,
                    Arrays.copyOfRange(rows(count), (count - 1) * TestModels.WIDTH, count * TestModels.WIDTH),
                    1);

            assertThat(together).hasSize(count * TestModels.CODE);
            assertThat(Arrays.copyOfRange(together, together.length - TestModels.CODE, together.length))
                    .usingComparatorWithPrecision(1e-6f)
                    .containsExactly(last);
        }
    }

    @Test
    void decodingCodesIsReconstructing() {
        try (Inference inference = new Inference(TestModels.model(), PARAMETERS)) {
            float[] codes = run(inference, Function.ENCODE, rows(40), 40);

            assertThat(run(inference, Function.DECODE, codes, 40))
                    .isEqualTo(run(inference, Function.RECONSTRUCT, rows(40), 40));
        }
    }

    @Test
    void sixteenThreadsGetTheAnswersOfOne() throws Exception {
        try (Inference inference = new Inference(TestModels.model(), PARAMETERS)) {
            float[] expected = run(inference, Function.RECONSTRUCT, rows(700), 700);
            ExecutorService threads = Executors.newFixedThreadPool(16);
            try {
                Callable<float[]> task = () -> run(inference, Function.RECONSTRUCT, rows(700), 700);
                List<Future<float[]>> answers = new ArrayList<>();
                for (int i = 0; i < 64; i++) {
                    answers.add(threads.submit(task));
                }
                for (Future<float[]> answer : answers) {
                    assertThat(answer.get()).isEqualTo(expected);
                }
            } finally {
                threads.shutdown();
            }
        }
    }

    @Test
    void aClosedModelSaysSo() {
        Inference inference = new Inference(TestModels.model(), PARAMETERS);
        inference.close();

        assertThatThrownBy(() -> run(inference, Function.ENCODE, rows(1), 1)).hasMessageContaining("closed");
    }

    @Test
    void parametersOfAnotherModelAreRefused() {
        List<ParameterValues> fewer = PARAMETERS.subList(0, PARAMETERS.size() - 1);

        assertThatThrownBy(() -> new Inference(TestModels.model(), fewer)).hasMessageContaining("decoder/output/bias");
    }

    private static float[] run(Inference inference, Function function, float[] rows, int count) {
        int in = inference.input(function).size();
        int out = inference.output(function).size();
        float[][] results = new float[count][out];
        inference.run(function, count, i -> Arrays.copyOfRange(rows, i * in, (i + 1) * in), i -> results[i]);
        float[] flat = new float[count * out];
        for (int i = 0; i < count; i++) {
            System.arraycopy(results[i], 0, flat, i * out, out);
        }
        return flat;
    }

    private static float[] rows(int count) {
        float[] rows = new float[count * TestModels.WIDTH];
        for (int i = 0; i < count; i++) {
            DATA.read(i, rows, i * TestModels.WIDTH);
        }
        return rows;
    }

    @Test
    void closingWaitsForCallsUnderWay() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Examples slow = new Examples() {
            @Override
            public TensorSpec spec() {
                return DATA.spec();
            }

            @Override
            public int size() {
                return 10;
            }

            @Override
            public void read(int index, float[] target, int offset) {
                reading.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                DATA.read(index, target, offset);
            }
        };
        Inference inference = new Inference(TestModels.model(), PARAMETERS);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Future<EvaluationReport> report = callers.submit(() -> inference.evaluate(slow, 1, 1));
            reading.await();
            Future<?> closed = callers.submit(inference::close);
            assertThat(closed.isDone()).isFalse();
            goOn.countDown();

            assertThat(report.get().mse()).isPositive();
            closed.get();
            assertThatThrownBy(inference::parameters).isInstanceOf(IllegalStateException.class);
        } finally {
            callers.shutdown();
        }
    }
}
