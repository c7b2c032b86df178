package dev.diabolo.plugins.vanilla.convolutional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionalNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "1x28x28, 2x2, 32x7x7",
        "3x32x32, 2x2, 32x8x8",
        "1x27x29, 2x2, 32x7x8",
        "28x28, 1x3, 32x10x10",
        "5x9x31, 3x3, 32x1x4"
    })
    void eachStageDividesHeightAndWidthByItsStride(String data, String strides, String features) {
        assertThat(encoder(Map.of("stride", sizes(strides))).features(spec(data)))
                .isEqualTo(spec(features));
    }

    @ParameterizedTest
    @CsvSource({"9x50, 32x13", "1x9x50, 32x13", "50, 32x13", "1x50, 32x13"})
    void sequencesGetShorterAndKeepTheirRank(String data, String features) {
        Encoder encoder = new LineEncoderProvider().create(encoderOptions(Map.of()));

        assertThat(encoder.features(spec(data))).isEqualTo(spec(features));
    }

    @ParameterizedTest
    @CsvSource({
        "transposed, 2, 2x2, 1x28x28",
        "transposed, 3, 2x2, 3x29x30",
        "transposed, 4, 3x2, 1x25x31",
        "transposed, 2, 1x2, 13x14",
        "resize, 3, 2x2, 3x29x30",
        "resize, 1, 3x2, 25x31"
    })
    void theDecoderGivesExactlyTheShapeAskedFor(String upsampling, int kernel, String strides, String output) {
        Decoder decoder = decoder(Map.of(
                "channels", List.of(3, 2),
                "upsampling", upsampling,
                "kernel", List.of(kernel),
                "stride", sizes(strides)));
        try (GraphProbe probe = GraphProbe.of(
                false,
                1,
                List.of(TensorSpec.of(4)),
                (scope, inputs) -> Map.of(
                        "y", decoder.decode(scope, inputs.get(0), spec(output)).variable()))) {
            assertThat(probe.run(2, List.of(new double[8])).get("y").shape())
                    .isEqualTo(spec(output).batched(2));
        }
    }

    /** Such a code is the grid of a quantised model: a fully connected layer would mix its places. */
    @Test
    void aCodeWithTheRightPlacesKeepsThem() {
        Decoder decoder = decoder(Map.of("channels", List.of(5), "kernel", List.of(2)));
        TensorSpec output = TensorSpec.of(1, 6, 6);
        try (GraphProbe probe = GraphProbe.of(
                false,
                1,
                List.of(TensorSpec.of(4, 3, 3)),
                (scope, inputs) ->
                        Map.of("y", decoder.decode(scope, inputs.get(0), output).variable()))) {
            assertThat(probe.parameter("probe/code/weight")).hasSize(4 * 5);
            double[] code = new double[4 * 9];
            double[] nothing = probe.run(1, List.of(code)).get("y").values();
            for (int channel = 0; channel < 4; channel++) {
                code[channel * 9] = 1 + channel;
            }
            double[] corner = probe.run(1, List.of(code)).get("y").values();
            for (int i = 0; i < 36; i++) {
                if (i / 6 > 1 || i % 6 > 1) {
                    assertThat(corner[i]).isEqualTo(nothing[i]);
                }
            }
            assertThat(corner).isNotEqualTo(nothing);
        }
    }

    @Test
    void flatDataAreRefusedWithTheirShapeAndAWayOut() {
        refuses(
                () -> encoder(Map.of()).features(TensorSpec.of(784)),
                "784",
                "channels x height x width",
                "vanilla.dense");
        refuses(
                () -> new LineEncoderProvider().create(encoderOptions(Map.of())).features(TensorSpec.of(3, 4, 5)),
                "3x4x5",
                "features x time",
                "vanilla.convolutional");
    }

    @Test
    void aWindowLargerThanItsImageIsRefusedWithBothSizes() {
        refuses(
                () -> encoder(Map.of("kernel", List.of(5))).features(TensorSpec.of(1, 8, 20)),
                "5x5",
                "stage 2",
                "4x10",
                "1x8x20");
        refuses(
                () -> GraphProbe.of(
                        false,
                        1,
                        List.of(TensorSpec.of(4)),
                        (scope, inputs) -> Map.of(
                                "y",
                                decoder(Map.of("kernel", List.of(5)))
                                        .decode(scope, inputs.get(0), TensorSpec.of(1, 8, 20))
                                        .variable())),
                "5x5",
                "1x8x20");
    }

    @Test
    void stagesThatDisagreeAreRefused() {
        refuses(
                () -> encoder(Map.of("channels", List.of(4, 8, 16), "stride", List.of(1, 2))),
                "encoder.stride",
                "2 values for 3 stages");
        refuses(() -> encoder(Map.of("channels", List.of())), "encoder.channels", "at least one stage");
        refuses(() -> decoder(Map.of("kernel", List.of(2), "stride", List.of(3))), "decoder.kernel", "resize");
    }

    @Test
    void whatIsNormalisedOverTheBatchHasNoBiasOfItsOwn() {
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(1, 4, 4)),
                (scope, inputs) -> Map.of(
                        "y",
                        encoder(Map.of("channels", List.of(2), "normalisation", "batch"))
                                .encode(scope, inputs.get(0))
                                .variable()))) {
            assertThat(probe.trained())
                    .containsExactly(
                            "probe/stage-0/weight", "probe/normalisation-0/gain", "probe/normalisation-0/bias");
        }
    }

    private static void refuses(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DiaboloException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.USER);
            assertThat(e.getMessage()).contains(parts);
        });
    }

    private static Encoder encoder(Map<String, ?> options) {
        return new ConvolutionalEncoderProvider().create(encoderOptions(options));
    }

    private static ConvolutionalEncoderOptions encoderOptions(Map<String, ?> options) {
        return (ConvolutionalEncoderOptions)
                OptionSchema.of(ConvolutionalEncoderOptions.class).read(options);
    }

    private static Decoder decoder(Map<String, ?> options) {
        return new ConvolutionalDecoderProvider().create((ConvolutionalDecoderOptions)
                OptionSchema.of(ConvolutionalDecoderOptions.class).read(options));
    }

    private static List<Integer> sizes(String text) {
        return List.of(text.split("x")).stream().map(Integer::valueOf).toList();
    }

    private static TensorSpec spec(String text) {
        return TensorSpec.of(sizes(text).stream().mapToLong(Integer::longValue).toArray());
    }
}
