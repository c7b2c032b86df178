package dev.diabolo.plugins.vanilla.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrentNetworkTest {
    private static final WeightInitialisation GLOROT = WeightInitialisation.GLOROT_UNIFORM;

    // --- Shapes of data

    @ParameterizedTest
    @ValueSource(strings = {"6", "3,4", "1,5", "1,3,4", "2,3,4", "3,2,1"})
    void examplesReadAsSequencesComeBackTheSame(String sizes) {
        TensorSpec data = spec(sizes);
        Steps steps = Steps.of(data);
        double[] values = values(2 * data.size());
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(data), (scope, inputs) -> {
            Tensor sequence = steps.sequence(inputs.get(0));
            assertThat(sequence.spec()).isEqualTo(TensorSpec.of(steps.features(), steps.time()));
            return Map.of("back", steps.examples(sequence).variable());
        })) {
            var back = probe.run(2, List.of(values)).get("back");

            assertThat(back.shape()).containsExactly(data.batched(2));
            assertThat(back.values()).containsExactly(values);
        }
    }

    /** Two channels of two rows and three columns: a step has the first row of both channels, the other one the second. */
    @Test
    void anImageIsReadRowByRowWithAllChannels() {
        TensorSpec data = TensorSpec.of(2, 2, 3);
        double[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(data),
                (scope, inputs) -> Map.of(
                        "sequence", Steps.of(data).sequence(inputs.get(0)).variable()))) {
            assertThat(probe.run(1, List.of(pixels)).get("sequence").values())
                    .containsExactly(1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12);
        }
    }

    @ParameterizedTest
    @CsvSource({"'1', single step", "'4,1', single step", "'3,1,4', single step", "'2,2,2,2', no sequence"})
    void otherDataAreRefusedWithTheirShape(String sizes, String reason) {
        TensorSpec data = spec(sizes);
        assertThatThrownBy(() -> encoder(Cell.LSTM, 1, false, Pooling.LAST).features(data))
                .isInstanceOfSatisfying(
                        DiaboloException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContainingAll(data.toString(), reason, "vanilla.dense");
    }

    // --- Networks

    @ParameterizedTest
    @EnumSource(Cell.class)
    void aBackwardLayerIsAForwardOneOnTheReversedSequence(Cell cell) {
        int units = 3;
        int time = 5;
        TensorSpec data = TensorSpec.of(1, time);
        double[] values = values(time);
        double[] reversed = values.clone();
        for (int t = 0; t < time; t++) {
            reversed[t] = values[time - 1 - t];
        }
        RecurrentEncoder encoder = encoder(cell, units, true, Pooling.LAST);
        try (GraphProbe probe = probe(encoder, data)) {
            probe.parameters().stream()
                    .filter(name -> name.startsWith("probe/layer-0/"))
                    .forEach(name -> probe.set(name.replace("layer-0/", "layer-0-backward/"), probe.parameter(name)));
            double[] features = probe.run(1, List.of(values)).get("y").values();
            double[] ofReversed = probe.run(1, List.of(reversed)).get("y").values();

            assertThat(Arrays.copyOfRange(features, units, 2 * units))
                    .containsExactly(Arrays.copyOf(ofReversed, units), within(1e-12));
            assertThat(Arrays.copyOf(features, units)).isNotEqualTo(Arrays.copyOf(ofReversed, units));
        }
    }

    /** A mean of equal vectors is that vector, whatever the weights; one of different vectors lies between them. */
    @Test
    void attentionGivesAWeightedMean() {
        try (GraphProbe probe = GraphProbe.of(
                true,
                3,
                List.of(TensorSpec.of(2, 4)),
                (scope, inputs) -> Map.of(
                        "y",
                        AttentionPooling.apply(scope, inputs.get(0), GLOROT).variable()))) {
            double[] same = {0.3, 0.3, 0.3, 0.3, -2, -2, -2, -2};
            double[] ramp = {1, 2, 3, 4, -1, -2, -3, -4};

            assertThat(probe.run(1, List.of(same)).get("y").values())
                    .containsExactly(new double[] {0.3, -2}, within(1e-12));
            double[] mean = probe.run(1, List.of(ramp)).get("y").values();
            assertThat(mean[0]).isStrictlyBetween(1.0, 4.0).isNotCloseTo(2.5, within(1e-3));
            assertThat(mean[1]).isCloseTo(-mean[0], within(1e-12));
        }
    }

    @Test
    void layersAndDirectionsHaveParametersOfTheirOwn() {
        RecurrentEncoder encoder =
                new RecurrentEncoder(new RecurrentEncoderOptions(Cell.LSTM, 2, 3, true, Pooling.ATTENTION, GLOROT));
        try (GraphProbe probe = probe(encoder, TensorSpec.of(2, 4))) {
            assertThat(probe.parameters())
                    .contains(
                            "probe/layer-0/weight",
                            "probe/layer-0-backward/weight",
                            "probe/layer-1/weight",
                            "probe/layer-1-backward/weight",
                            "probe/attention/direction");
            assertThat(probe.parameter("probe/layer-1/weight")).hasSize(6 * 4 * 3);
        }
    }

    // --- Recipes

    @Test
    void theRecipesDecoderMirrorsTheEncoder() {
        try (Diabolo diabolo = diabolo()) {
            var settings = diabolo.training("lstm-ae")
                    .set("encoder.cell", "gru")
                    .set("encoder.units", 12)
                    .set("encoder.layers", 2)
                    .describe()
                    .settings();

            assertThat(settings.get("decoder.cell")).hasToString("gru");
            assertThat(settings.get("decoder.units")).hasToString("12");
            assertThat(settings.get("decoder.layers")).hasToString("2");
        }
    }

    /** A mean instead of the wave has the error 0.5 in the data's units; sequences in another order are not what the model knows. */
    @ParameterizedTest
    @ValueSource(strings = {"lstm-ae", "gru-ae"})
    void aRecurrentAutoencoderLearnsWavesAndTheOrderOfTheirSteps(String recipe) {
        try (Diabolo diabolo = diabolo()) {
            Dataset waves = diabolo.data("sines:train=1000,test=200,steps=12");
            Autoencoder model = diabolo.training(recipe)
                    .set("encoder.units", 24)
                    .set("learning-rate", 0.01)
                    .set("validation", 0)
                    .epochs(60)
                    .train(waves);
            float[][] test = rows(waves.testOrTrain());
            double inOrder = error(model, test);
            double shuffled = error(model, shuffled(test));

            assertThat(inOrder).isLessThan(0.1);
            assertThat(shuffled).isGreaterThan(2 * inOrder);
        }
    }

    private static double error(Autoencoder model, float[][] rows) {
        float[][] restored = model.reconstruct(rows);
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                sum += Math.pow(restored[i][j] - rows[i][j], 2) / rows[i].length;
            }
        }
        return sum / rows.length;
    }

    private static float[][] shuffled(float[][] rows) {
        Random random = new Random(4);
        float[][] shuffled = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            shuffled[i] = rows[i].clone();
            for (int j = shuffled[i].length - 1; j > 0; j--) {
                int other = random.nextInt(j + 1);
                float value = shuffled[i][j];
                shuffled[i][j] = shuffled[i][other];
                shuffled[i][other] = value;
            }
        }
        return shuffled;
    }

    private static float[][] rows(Examples examples) {
        float[][] rows = new float[examples.size()][examples.spec().size()];
        for (int i = 0; i < rows.length; i++) {
            examples.read(i, rows[i], 0);
        }
        return rows;
    }

    private static Diabolo diabolo() {
        return Diabolo.create(Map.of(), ProgressListener.NONE);
    }

    private static RecurrentEncoder encoder(Cell cell, int units, boolean bidirectional, Pooling pooling) {
        return new RecurrentEncoder(new RecurrentEncoderOptions(cell, 1, units, bidirectional, pooling, GLOROT));
    }

    private static GraphProbe probe(RecurrentEncoder encoder, TensorSpec data) {
        return GraphProbe.of(
                true,
                1,
                List.of(data),
                (scope, inputs) ->
                        Map.of("y", encoder.encode(scope, inputs.get(0)).variable()));
    }

    private static TensorSpec spec(String sizes) {
        return TensorSpec.of(
                Arrays.stream(sizes.split(",")).mapToLong(Long::parseLong).toArray());
    }

    private static double[] values(int size) {
        return new Random(8).doubles(size, -1, 1).toArray();
    }
}
