package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.training.Clipping;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.UpdateRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Two groups of arrays that do not end where chunks do, and gradients in two shards. */
class PhaseUpdateTest {
    private static final Moment BEGIN = new Moment(0, 1, 1);
    private static final OptimiserSpec PLAIN = new OptimiserSpec(new UpdateRule.Sgd(0, false), Schedule.constant(1));
    private static final List<ParameterSpec> ARRAYS = List.of(
            new ParameterSpec("a/weight", "a", new long[] {70, 71}, Initialiser.ones()),
            new ParameterSpec("a/bias", "a", new long[] {71}, Initialiser.ones()),
            new ParameterSpec("b/weight", "b", new long[] {5000}, Initialiser.ones()));

    @Test
    void withoutClippingTheShardsAreAdded() {
        Map<String, float[]> step = step(PLAIN, 1, 1);

        step.forEach((name, values) -> {
            float[] sum = sum(gradients(1), name);
            for (int i = 0; i < sum.length; i++) {
                assertThat(values[i]).isCloseTo(sum[i], within(1e-5f));
            }
        });
    }

    @Test
    void clippingByValueLimitsEachNumber() {
        Map<String, float[]> step = step(PLAIN.with(new Clipping.ByValue(0.25)), 1, 1);

        step.forEach((name, values) -> {
            float[] sum = sum(gradients(1), name);
            for (int i = 0; i < sum.length; i++) {
                assertThat(values[i]).isCloseTo(Math.max(-0.25f, Math.min(0.25f, sum[i])), within(1e-6f));
            }
        });
    }

    @Test
    void clippingByNormLimitsEachArrayAndKeepsItsDirection() {
        double limit = norm(sum(gradients(1), "a/bias")) * 1.5;
        Map<String, float[]> step = step(PLAIN.with(new Clipping.ByNorm(limit)), 1, 1);

        assertThat(norm(step.get("a/weight"))).isCloseTo(limit, within(1e-4));
        assertThat(norm(step.get("b/weight"))).isCloseTo(limit, within(1e-4));
        assertThat(norm(step.get("a/bias"))).isCloseTo(limit / 1.5, within(1e-4));
        step.forEach((name, values) ->
                assertThat(cosine(values, sum(gradients(1), name))).isCloseTo(1, within(1e-6)));
    }

    @Test
    void clippingByGlobalNormScalesEverythingAlike() {
        Map<String, float[]> step = step(PLAIN.with(new Clipping.ByGlobalNorm(2)), 1, 1);
        Map<String, float[]> free = step(PLAIN, 1, 1);

        assertThat(norm(all(step))).isCloseTo(2, within(1e-4));
        assertThat(cosine(all(step), all(free))).isCloseTo(1, within(1e-6));
    }

    @Test
    void aNormWithinTheLimitChangesNoBit() {
        Map<String, float[]> free = step(PLAIN, 1, 1);

        for (Clipping clipping :
                List.of(new Clipping.ByNorm(1e4), new Clipping.ByGlobalNorm(1e4), new Clipping.ByValue(1e4))) {
            assertThat(all(step(PLAIN.with(clipping), 1, 1))).isEqualTo(all(free));
        }
    }

    @Test
    void decayIsAddedAfterClipping() {
        Map<String, float[]> clipped = step(PLAIN.with(new Clipping.ByValue(0.25)), 1, 1);
        Map<String, float[]> decayed =
                step(PLAIN.with(new Clipping.ByValue(0.25)).withL2(0.5), 1, 1);

        float[] without = all(clipped);
        float[] with = all(decayed);
        for (int i = 0; i < with.length; i++) {
            assertThat(with[i]).isCloseTo(without[i] + 0.5f, within(1e-6f));
        }
    }

    @Test
    void theShareScalesTheRate() {
        float[] whole = all(step(PLAIN, 1, 1));
        float[] half = all(step(PLAIN, 1, 0.5));

        for (int i = 0; i < whole.length; i++) {
            assertThat(half[i]).isCloseTo(whole[i] / 2, within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void resultsDoNotDependOnTheNumberOfWorkers(int workers) {
        OptimiserSpec adam = new OptimiserSpec(new UpdateRule.Adam(0.9, 0.999, 1e-7), Schedule.constant(1));
        for (Clipping clipping : List.of(
                Clipping.NONE, new Clipping.ByValue(0.3), new Clipping.ByNorm(1.3), new Clipping.ByGlobalNorm(1.7))) {
            float[] one = all(step(adam.with(clipping).withL2(0.01), 1, 1));
            float[] several = all(step(adam.with(clipping).withL2(0.01), workers, 1));
            assertThat(Arrays.equals(one, several)).as("%s", clipping).isTrue();
        }
    }

    /** What one step subtracts from each array. */
    private static Map<String, float[]> step(OptimiserSpec spec, int workers, double share) {
        Backend.load();
        List<FlatVector> opened = new ArrayList<>();
        try (ParameterStore store = new ParameterStore(DataType.FLOAT, ARRAYS);
                WorkerPool pool = new WorkerPool(workers)) {
            store.initialise(new RandomStreams(1));
            PhaseUpdate update = new PhaseUpdate(spec, List.of("a", "b"), store, pool);
            Map<String, List<FlatVector>> vectors = new LinkedHashMap<>();
            gradients(1)
                    .forEach((group, shards) -> vectors.put(
                            group,
                            Arrays.stream(shards)
                                    .map(values -> {
                                        FlatVector vector = new FlatVector(DataType.FLOAT, values.length);
                                        NativeArrays.write(vector.array(), 0, values);
                                        opened.add(vector);
                                        return vector;
                                    })
                                    .toList()));
            update.apply(BEGIN, share, vectors);
            Map<String, float[]> steps = new LinkedHashMap<>();
            for (ParameterValues value : store.values()) {
                float[] difference = value.values().clone();
                for (int i = 0; i < difference.length; i++) {
                    difference[i] = 1 - difference[i];
                }
                steps.put(value.name(), difference);
            }
            return steps;
        } finally {
            opened.forEach(FlatVector::close);
        }
    }

    private static Map<String, float[][]> gradients(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[][]> gradients = new LinkedHashMap<>();
        gradients.put("a", new float[2][70 * 71 + 71]);
        gradients.put("b", new float[2][5000]);
        gradients.values().forEach(shards -> {
            for (float[] shard : shards) {
                for (int i = 0; i < shard.length; i++) {
                    shard[i] = (float) (random.nextDouble() - 0.5);
                }
            }
        });
        return gradients;
    }

    private static float[] sum(Map<String, float[][]> gradients, String name) {
        float[][] shards = gradients.get(name.substring(0, 1));
        int from = name.equals("a/bias") ? 70 * 71 : 0;
        int to = name.equals("a/weight") ? 70 * 71 : shards[0].length;
        float[] sum = new float[to - from];
        for (int i = from; i < to; i++) {
            sum[i - from] = shards[0][i] + shards[1][i];
        }
        return sum;
    }

    private static float[] all(Map<String, float[]> arrays) {
        float[] all = new float[70 * 71 + 71 + 5000];
        int at = 0;
        for (float[] array : arrays.values()) {
            System.arraycopy(array, 0, all, at, array.length);
            at += array.length;
        }
        return all;
    }

    private static double norm(float[] values) {
        return Math.sqrt(dot(values, values));
    }

    private static double cosine(float[] a, float[] b) {
        return dot(a, b) / norm(a) / norm(b);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
