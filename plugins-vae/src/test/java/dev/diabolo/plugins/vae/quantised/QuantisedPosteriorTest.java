package dev.diabolo.plugins.vae.quantised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

/** Against what the formulas say, computed one by one. */
class QuantisedPosteriorTest {
    private static final TensorSpec FEATURES = TensorSpec.of(3, 2, 4);
    private static final int PLACES = 8;
    private static final int BATCH = 3;
    private static final int ENTRIES = 5;
    private static final int SIZE = 2;
    private static final int GROUPS = 2;
    private static final double DECAY = 0.9;

    @Test
    void eachPartOfEachPlaceIsTheNearestEntry() {
        try (GraphProbe probe = probe(CodebookLearning.GRADIENT, 0, false)) {
            Map<String, Output> results = probe.run(BATCH, List.of(features()));
            double[][] parts = parts(results.get("continuous"));
            double[][] chosen = parts(results.get("mode"));
            double[][] entries = entries(probe);

            for (int i = 0; i < parts.length; i++) {
                assertThat(chosen[i]).containsExactly(entries[nearest(entries, parts[i])], within(1e-12));
            }
            assertThat(results.get("sample").values())
                    .containsExactly(results.get("mode").values(), within(1e-12));
        }
    }

    @Test
    void theGradientGoesStraightThroughTheChoice() {
        try (GraphProbe probe = probe(CodebookLearning.GRADIENT, 0, true)) {
            double[] weights = new SplittableRandom(4)
                    .doubles(BATCH * PLACES * GROUPS * SIZE)
                    .toArray();
            Map<String, Output> through = probe.gradients("sample", weights, BATCH, List.of(features()));
            Map<String, Output> direct = probe.gradients("continuous", weights, BATCH, List.of(features()));

            assertThat(direct).isNotEmpty();
            direct.forEach((name, gradient) ->
                    assertThat(through.get(name).values()).as(name).containsExactly(gradient.values(), within(1e-12)));
        }
    }

    @Test
    void entriesFollowTheAverageOfWhatChoseThem() {
        try (GraphProbe probe = probe(CodebookLearning.MOVING_AVERAGE, 0, true)) {
            double[] usage = {0.3, 0.1, 0, 0.2, 0.4};
            probe.set("probe/usage", usage);
            Map<String, Output> results = probe.run(BATCH, List.of(features()));
            double[][] entries = entries(probe);
            double[][] parts = parts(results.get("continuous"));
            for (int entry = 0; entry < ENTRIES; entry++) {
                double[] sum = new double[SIZE];
                double count = 0;
                for (double[] part : parts) {
                    if (nearest(entries, part) == entry) {
                        count++;
                        for (int j = 0; j < SIZE; j++) {
                            sum[j] += part[j];
                        }
                    }
                }
                double size = DECAY * usage[entry] + (1 - DECAY) * count / parts.length;
                assertThat(results.get("next-usage").values()[entry]).isCloseTo(size, within(1e-9));
                for (int j = 0; j < SIZE; j++) {
                    double kept = DECAY * usage[entry] * entries[entry][j];
                    double moved = kept + (1 - DECAY) * sum[j] / parts.length;
                    double expected = size == 0 ? entries[entry][j] : moved / size;
                    assertThat(results.get("next-codebook").values()[entry * SIZE + j])
                            .isCloseTo(expected, within(1e-6));
                }
            }
        }
    }

    @Test
    void deadEntriesBecomeWhatTheEncoderGives() {
        try (GraphProbe probe = probe(CodebookLearning.MOVING_AVERAGE, 1, true)) {
            // All but the first are used less than the average, and stay so after one step.
            probe.set("probe/usage", new double[] {10, 0, 0, 0, 0});
            Map<String, Output> results = probe.run(BATCH, List.of(features()));
            double[][] parts = parts(results.get("continuous"));
            double[] next = results.get("next-codebook").values();

            for (int entry = 1; entry < ENTRIES; entry++) {
                double[] replaced = Arrays.copyOfRange(next, entry * SIZE, (entry + 1) * SIZE);
                assertThat(Arrays.stream(parts)
                                .mapToDouble(part -> distance(part, replaced))
                                .min()
                                .orElseThrow())
                        .as("entry %d", entry)
                        .isLessThan(1e-18);
                assertThat(results.get("next-usage").values()[entry]).isCloseTo(1.0 / ENTRIES, within(1e-12));
            }
            assertThat(results.get("next-usage").values()[0]).isGreaterThan(8);
        }
    }

    private static GraphProbe probe(CodebookLearning learning, double restart, boolean training) {
        QuantisedPosterior posterior = new QuantisedPosterior(new QuantisedPosteriorOptions(
                ENTRIES, SIZE, GROUPS, learning, DECAY, restart, WeightInitialisation.GLOROT_UNIFORM));
        return GraphProbe.of(training, 1, List.of(FEATURES), (scope, inputs) -> {
            Map<String, SDVariable> outputs = new LinkedHashMap<>();
            Latent.Quantised latent = (Latent.Quantised) posterior.infer(watched(scope, outputs), inputs.get(0));
            outputs.put("continuous", latent.continuous().variable());
            outputs.put("mode", latent.mode().variable());
            outputs.put("sample", latent.sample().variable());
            return outputs;
        });
    }

    /** The scope, which also puts what buffers become into {@code outputs}. */
    private static GraphScope watched(GraphScope scope, Map<String, SDVariable> outputs) {
        return (GraphScope) Proxy.newProxyInstance(
                GraphScope.class.getClassLoader(), new Class<?>[] {GraphScope.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("assign")) {
                        String buffer = ((SDVariable) arguments[0]).name();
                        outputs.put("next-" + buffer.substring(buffer.lastIndexOf('/') + 1), (SDVariable) arguments[1]);
                    }
                    try {
                        return method.invoke(scope, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static double[] features() {
        SplittableRandom random = new SplittableRandom(8);
        return IntStream.range(0, BATCH * FEATURES.size())
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
    }

    private static double[][] entries(GraphProbe probe) {
        double[] values = probe.parameter("probe/codebook");
        double[][] entries = new double[ENTRIES][];
        Arrays.setAll(entries, i -> Arrays.copyOfRange(values, i * SIZE, (i + 1) * SIZE));
        return entries;
    }

    /** The numbers of each choice, of {@code [batch, groups size, places]}. */
    private static double[][] parts(Output codes) {
        double[][] parts = new double[BATCH * GROUPS * PLACES][SIZE];
        int channels = GROUPS * SIZE;
        for (int example = 0; example < BATCH; example++) {
            for (int place = 0; place < PLACES; place++) {
                for (int channel = 0; channel < channels; channel++) {
                    int part = (example * PLACES + place) * GROUPS + channel / SIZE;
                    parts[part][channel % SIZE] = codes.values()[(example * channels + channel) * PLACES + place];
                }
            }
        }
        return parts;
    }

    private static int nearest(double[][] entries, double[] part) {
        int nearest = 0;
        for (int i = 1; i < entries.length; i++) {
            if (distance(entries[i], part) < distance(entries[nearest], part)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
