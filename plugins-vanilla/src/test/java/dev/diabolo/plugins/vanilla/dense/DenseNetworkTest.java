package dev.diabolo.plugins.vanilla.dense;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.Diabolo;
import dev.diabolo.engine.GraphProbe;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DenseNetworkTest {
    private static final TensorSpec DATA = TensorSpec.of(2, 3);

    @Test
    void weightsGoFromTheDataThroughTheHiddenWidths() {
        try (GraphProbe probe = encoder(List.of(5, 4), Activation.RELU, 0, true)) {
            assertThat(probe.parameters())
                    .containsExactly(
                            "probe/layer-0/weight", "probe/layer-0/bias", "probe/layer-1/weight", "probe/layer-1/bias");
            assertThat(probe.parameter("probe/layer-0/weight")).hasSize(6 * 5);
            assertThat(probe.parameter("probe/layer-1/weight")).hasSize(5 * 4);
        }
    }

    @Test
    void biasesAreZeroAtFirst() {
        try (GraphProbe probe = encoder(List.of(5), Activation.RELU, 0, true)) {
            assertThat(probe.parameter("probe/layer-0/bias")).containsOnly(0);
            assertThat(probe.parameter("probe/layer-0/weight")).doesNotContain(0);
        }
    }

    @Test
    void defaultsMirrorEachOther() {
        var encoder =
                (DenseEncoderOptions) OptionSchema.of(DenseEncoderOptions.class).defaults();
        var decoder =
                (DenseDecoderOptions) OptionSchema.of(DenseDecoderOptions.class).defaults();

        assertThat(decoder.hidden())
                .containsExactly(encoder.hidden().get(1), encoder.hidden().get(0));
        assertThat(decoder.activation()).isEqualTo(encoder.activation());
        assertThat(decoder.initialisation()).isEqualTo(encoder.initialisation());
        assertThat(decoder.dropout()).isEqualTo(encoder.dropout());
    }

    @Test
    void theRecipesDecoderMirrorsTheEncoder() {
        try (Diabolo diabolo = Diabolo.create()) {
            var settings = diabolo.training("ae")
                    .set("encoder.hidden", List.of(9, 7, 5))
                    .set("encoder.activation", "tanh")
                    .set("encoder.dropout", 0.25)
                    .describe()
                    .settings();

            assertThat(settings.get("decoder.hidden")).hasToString("[5, 7, 9]");
            assertThat(settings.get("decoder.activation")).hasToString("tanh");
            assertThat(settings.get("decoder.dropout")).hasToString("0.25");
        }
    }

    @Test
    void aNetworkWithoutHiddenLayersGivesTheDataFlat() {
        try (GraphProbe probe = encoder(List.of(), Activation.RELU, 0.5, true)) {
            GraphProbe.Output features =
                    probe.run(1, List.of(new double[] {1, -2, 3, -4, 5, -6})).get("y");

            assertThat(features.shape()).containsExactly(1, 6);
            assertThat(features.values()).containsExactly(1, -2, 3, -4, 5, -6);
        }
    }

    @Test
    void theLastLayerOfTheDecoderIsLinear() {
        DenseDecoder decoder = new DenseDecoder(new DenseDecoderOptions(
                List.of(), Activation.RELU, WeightInitialisation.GLOROT_UNIFORM, 0, Normalisation.NONE, false, false));
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(2)),
                (scope, inputs) ->
                        Map.of("y", decoder.decode(scope, inputs.get(0), DATA).variable()))) {
            double[] plus = probe.run(1, List.of(new double[] {1, 2})).get("y").values();
            double[] minus =
                    probe.run(1, List.of(new double[] {-1, -2})).get("y").values();

            for (int i = 0; i < plus.length; i++) {
                assertThat(minus[i]).isEqualTo(-plus[i]);
            }
        }
    }

    @Test
    void dropoutDropsAndScalesInTrainingOnly() {
        int units = 2000;
        double[] one = {1, 2, 3, 4, 5, 6};
        try (GraphProbe training = encoder(List.of(units), Activation.LINEAR, 0.3, true);
                GraphProbe inference = encoder(List.of(units), Activation.LINEAR, 0.3, false)) {
            double[] dropped = training.run(1, List.of(one)).get("y").values();
            double[] whole = inference.run(1, List.of(one)).get("y").values();

            assertThat(inference.noises()).isEmpty();
            assertThat(whole).doesNotContain(0);
            long zeros = Arrays.stream(dropped).filter(value -> value == 0).count();
            // Five standard deviations of a binomial distribution.
            assertThat((double) zeros)
                    .isBetween(0.3 * units - 5 * Math.sqrt(0.21 * units), 0.3 * units + 5 * Math.sqrt(0.21 * units));
            for (int i = 0; i < units; i++) {
                if (dropped[i] != 0) {
                    assertThat(dropped[i] / whole[i]).isBetween(1 / 0.7 - 1e-12, 1 / 0.7 + 1e-12);
                }
            }
        }
    }

    private static GraphProbe encoder(List<Integer> hidden, Activation activation, double dropout, boolean training) {
        DenseEncoder encoder = new DenseEncoder(new DenseEncoderOptions(
                hidden, activation, WeightInitialisation.GLOROT_UNIFORM, dropout, Normalisation.NONE, false));
        return GraphProbe.of(
                training,
                1,
                List.of(DATA),
                (scope, inputs) ->
                        Map.of("y", encoder.encode(scope, inputs.get(0)).variable()));
    }
}
