package dev.diabolo.plugins.vanilla.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionNetworkTest {
    private static final WeightInitialisation GLOROT = WeightInitialisation.GLOROT_UNIFORM;

    @ParameterizedTest
    @ValueSource(strings = {"6", "3,4", "1,8", "1,2,2", "1,4,6", "3,6,2"})
    void examplesCutIntoTokensComeBackTheSame(String sizes) {
        TensorSpec data = spec(sizes);
        Tokens tokens = Tokens.of(data, 2, 2);
        double[] values = values(3 * data.size());
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(data), (scope, inputs) -> {
            var rows = tokens.rows(inputs.get(0));
            return Map.of(
                    "rows",
                    rows.mul(1),
                    "back",
                    tokens.examples(rows).variable().mul(1));
        })) {
            var found = probe.run(3, List.of(values));

            assertThat(found.get("rows").shape()).containsExactly(3 * tokens.count(), tokens.width());
            assertThat(tokens.count() * tokens.width()).isEqualTo(data.size());
            assertThat(found.get("back").shape()).containsExactly(data.batched(3));
            assertThat(found.get("back").values()).containsExactly(values);
        }
    }

    @Test
    void aPatchIsASquareOfTheImageAndAStepHasAllFeatures() {
        assertThat(rows(TensorSpec.of(1, 2, 4), 2, 1)).containsExactly(0, 1, 4, 5, 2, 3, 6, 7);
        assertThat(rows(TensorSpec.of(2, 4), 1, 2)).containsExactly(0, 4, 1, 5, 2, 6, 3, 7);
    }

    private static double[] rows(TensorSpec data, int patch, int steps) {
        double[] counted = new double[data.size()];
        Arrays.setAll(counted, i -> i);
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(data),
                (scope, inputs) -> Map.of(
                        "rows",
                        Tokens.of(data, patch, steps).rows(inputs.get(0)).mul(1)))) {
            return probe.run(1, List.of(counted)).get("rows").values();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'1,28,28', 5, 1, 28 x 28, 5 x 5, patch",
        "'3,8,6', 4, 1, 8 x 6, 4 x 4, patch",
        "'2,50', 1, 7, 50 steps, 7 steps, steps",
        "'50', 1, 3, 50 steps, 3 steps, steps"
    })
    void sizesThatDoNotDivideAreRefusedWithTheSizes(
            String sizes, int patch, int steps, String whole, String part, String option) {
        TensorSpec data = spec(sizes);
        assertThatThrownBy(() -> Tokens.of(data, patch, steps))
                .isInstanceOfSatisfying(
                        DiaboloException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContainingAll(whole, part, "encoder." + option, data.toString());
    }

    @Test
    void headsThatDoNotDivideTheWidthAreRefused() {
        assertThatThrownBy(() -> new Transformer(10, 1, 3, 4, GLOROT))
                .isInstanceOfSatisfying(
                        DiaboloException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContainingAll("10", "3 heads");
    }

    /** Without positions, tokens in another order give the same results in that order. */
    @ParameterizedTest
    @CsvSource({"4, 1, 6", "6, 3, 5", "8, 2, 2"})
    void aTransformerKeepsNoOrderOfItsOwn(int width, int heads, int count) {
        Transformer transformer = new Transformer(width, 2, heads, 7, GLOROT);
        TensorSpec data = TensorSpec.of(count, width);
        double[] tokens = values(2 * data.size());
        double[] turned = reversedTokens(tokens, 2, count, width);
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(data),
                (scope, inputs) -> Map.of(
                        "y",
                        transformer
                                .apply(scope, inputs.get(0).variable().reshape(-1, width), count)
                                .mul(1)))) {
            double[] inOrder = probe.run(2, List.of(tokens)).get("y").values();
            double[] ofTurned = probe.run(2, List.of(turned)).get("y").values();

            assertThat(ofTurned).containsExactly(reversedTokens(inOrder, 2, count, width), within(1e-12));
            assertThat(ofTurned).isNotEqualTo(inOrder);
        }
    }

    /** Softmax, product by product, for one head and one block whose other layers are switched off. */
    @Test
    void attentionFollowsItsFormula() {
        int width = 2;
        int count = 3;
        Transformer transformer = new Transformer(width, 1, 1, 1, GLOROT);
        double[] x = {1, -1, 1, -1, -1, 1};
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(count, width)),
                (scope, inputs) -> Map.of(
                        "y",
                        transformer
                                .apply(scope, inputs.get(0).variable().reshape(-1, width), count)
                                .mul(1)))) {
            double[] unit = {1, 0, 0, 1};
            for (String name : List.of("query", "key", "value", "attention-output")) {
                probe.set("probe/block-0/" + name + "/weight", unit);
            }
            probe.set("probe/block-0/output/weight", new double[] {0, 0});
            double[] y = probe.run(1, List.of(x)).get("y").values();

            // Each token is normal already but for the constant; equal tokens see e^s, opposite ones e^-s.
            double n = 1 / Math.sqrt(1 + 1e-5);
            double s = 2 * n * n / Math.sqrt(2);
            double alike = Math.exp(s);
            double opposite = Math.exp(-s);
            double first = 1 + n * (2 * alike - opposite) / (2 * alike + opposite);
            double last = -1 + n * (2 * opposite - alike) / (2 * opposite + alike);
            assertThat(y[0]).isCloseTo(first / Math.sqrt(first * first + 1e-5), within(1e-12));
            assertThat(y[2]).isCloseTo(y[0], within(1e-12));
            assertThat(y[4]).isCloseTo(last / Math.sqrt(last * last + 1e-5), within(1e-12));
        }
    }

    @Test
    void anAttentionAutoencoderLearnsImagesAndSequences() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Dataset digits = diabolo.data("digits:600+100");
            double images = error(diabolo, digits, Map.of("encoder.patch", 14));
            double sequences =
                    error(diabolo, diabolo.data("sines:train=600,test=100,steps=12"), Map.of("encoder.steps", 3));

            // The mean image has an error of 0.064 here, the mean wave, scaled to values from 0 to 1, one of 0.126.
            assertThat(images).isLessThan(0.057);
            assertThat(sequences).isLessThan(0.03);
        }
    }

    private static double error(Diabolo diabolo, Dataset data, Map<String, ?> settings) {
        var training = diabolo.training("attention-ae")
                .set("encoder.width", 16)
                .set("encoder.blocks", 1)
                .set("encoder.hidden", 16)
                .set("learning-rate", 0.005)
                .set("validation", 0)
                .batch(32)
                .epochs(8);
        settings.forEach(training::set);
        return training.train(data).evaluate(data.testOrTrain()).mse();
    }

    private static double[] reversedTokens(double[] values, int batch, int count, int width) {
        double[] turned = new double[values.length];
        for (int n = 0; n < batch; n++) {
            for (int token = 0; token < count; token++) {
                System.arraycopy(
                        values, (n * count + token) * width, turned, (n * count + count - 1 - token) * width, width);
            }
        }
        return turned;
    }

    private static TensorSpec spec(String sizes) {
        return TensorSpec.of(
                Arrays.stream(sizes.split(",")).mapToLong(Long::parseLong).toArray());
    }

    private static double[] values(int size) {
        return new Random(8).doubles(size, -1, 1).toArray();
    }
}
