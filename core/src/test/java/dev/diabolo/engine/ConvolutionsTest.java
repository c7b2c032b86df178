package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.spi.graph.Convolutions;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.graph.Window;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Convolutions against their definitions, with windows, strides and sizes that nobody chose. */
class ConvolutionsTest {
    private static final Convolutions CONVOLUTIONS = new Convolutions(WeightInitialisation.GLOROT_UNIFORM, true);
    private static final int BATCH = 2;
    private static final int CHANNELS = 2;
    private static final int MAPS = 3;

    @Property(tries = 60)
    void aConvolutionIsWhatItsDefinitionSays(
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 5) int kernel,
            @ForAll @IntRange(min = 1, max = 4) int stride) {
        TensorSpec image = TensorSpec.of(CHANNELS, height, width);
        Window window = Window.ofImages(kernel, stride);
        TensorSpec maps = window.convolved(image, MAPS);
        try (GraphProbe probe = GraphProbe.of(
                true,
                5,
                List.of(image),
                (scope, inputs) -> Map.of(
                        "y",
                        CONVOLUTIONS
                                .convolution(scope, "c", inputs.get(0), window, MAPS)
                                .variable()))) {
            double[] x = values(BATCH * image.size());
            Output found = probe.run(BATCH, List.of(x)).get("y");

            assertThat(found.shape()).isEqualTo(maps.batched(BATCH));
            double[] weights = probe.parameter("probe/c/weight");
            int rows = (int) maps.dimension(1);
            int columns = (int) maps.dimension(2);
            assertThat(rows).isEqualTo((int) Math.ceil((double) height / stride));
            double[] expected = new double[found.values().length];
            forEach(rows, columns, kernel, (n, m, c, i, j, ki, kj) -> {
                int row = i * stride + ki - before(kernel, stride, height, rows);
                int column = j * stride + kj - before(kernel, stride, width, columns);
                if (row >= 0 && row < height && column >= 0 && column < width) {
                    expected[((n * MAPS + m) * rows + i) * columns + j] +=
                            x[((n * CHANNELS + c) * height + row) * width + column]
                                    * weights[((ki * kernel + kj) * CHANNELS + c) * MAPS + m];
                }
            });
            assertThat(found.values()).containsExactly(expected, within(1e-12));
        }
    }

    /** Half of what is missing; an odd number leaves more before the image, or after it where windows are everywhere. */
    private static int before(int kernel, int stride, int side, int windows) {
        int missing = Math.max(0, (windows - 1) * stride + kernel - side);
        return stride == 1 ? missing / 2 : (missing + 1) / 2;
    }

    @Property(tries = 60)
    void aTransposedConvolutionIsWhatItsDefinitionSays(
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 4) int stride,
            @ForAll @IntRange(min = 0, max = 3) int overlap) {
        int kernel = stride + overlap;
        TensorSpec output = TensorSpec.of(MAPS, height, width);
        Window window = Window.ofImages(kernel, stride);
        TensorSpec from = window.convolved(output, CHANNELS);
        try (GraphProbe probe = GraphProbe.of(
                true,
                5,
                List.of(from),
                (scope, inputs) -> Map.of(
                        "y",
                        CONVOLUTIONS
                                .transposed(scope, "c", inputs.get(0), window, output)
                                .variable()))) {
            double[] x = values(BATCH * from.size());
            Output found = probe.run(BATCH, List.of(x)).get("y");

            assertThat(found.shape()).isEqualTo(output.batched(BATCH));
            double[] weights = probe.parameter("probe/c/weight");
            int rows = (int) from.dimension(1);
            int columns = (int) from.dimension(2);
            double[] expected = new double[found.values().length];
            forEach(rows, columns, kernel, (n, m, c, i, j, ki, kj) -> {
                int row = i * stride + ki - ((rows - 1) * stride + kernel - height) / 2;
                int column = j * stride + kj - ((columns - 1) * stride + kernel - width) / 2;
                if (row >= 0 && row < height && column >= 0 && column < width) {
                    expected[((n * MAPS + m) * height + row) * width + column] +=
                            x[((n * CHANNELS + c) * rows + i) * columns + j]
                                    * weights[((ki * kernel + kj) * MAPS + m) * CHANNELS + c];
                }
            });
            assertThat(found.values()).containsExactly(expected, within(1e-12));
        }
    }

    @Property(tries = 40)
    void aResizedConvolutionHasTheSizeAskedFor(
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 4) int stride,
            @ForAll @IntRange(min = 1, max = 4) int kernel) {
        TensorSpec output = TensorSpec.of(MAPS, height, width);
        Window window = Window.ofImages(kernel, stride);
        TensorSpec from = window.convolved(output, CHANNELS);
        try (GraphProbe probe = GraphProbe.of(
                true,
                5,
                List.of(from),
                (scope, inputs) -> Map.of(
                        "y",
                        CONVOLUTIONS
                                .resized(scope, "c", inputs.get(0), window, output)
                                .variable()))) {
            assertThat(probe.run(BATCH, List.of(values(BATCH * from.size())))
                            .get("y")
                            .shape())
                    .isEqualTo(output.batched(BATCH));
        }
    }

    /** A window of one place and weights of one: what is left is the repetition. */
    @Test
    void resizingRepeatsPlaces() {
        TensorSpec from = TensorSpec.of(1, 2, 2);
        try (GraphProbe probe = GraphProbe.of(
                true,
                5,
                List.of(from),
                (scope, inputs) -> Map.of(
                        "y",
                        CONVOLUTIONS
                                .resized(scope, "c", inputs.get(0), Window.ofImages(1, 2), TensorSpec.of(1, 3, 4))
                                .variable()))) {
            probe.set("probe/c/weight", new double[] {1});

            assertThat(probe.run(1, List.of(new double[] {1, 2, 3, 4})).get("y").values())
                    .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4);
        }
    }

    @Test
    void whatNoConvolutionCameFromIsRefused() {
        assertThatThrownBy(() -> GraphProbe.of(
                        true,
                        5,
                        List.of(TensorSpec.of(1, 2, 2)),
                        (scope, inputs) -> Map.of(
                                "y",
                                CONVOLUTIONS
                                        .transposed(
                                                scope,
                                                "c",
                                                inputs.get(0),
                                                Window.ofImages(3, 2),
                                                TensorSpec.of(1, 5, 4))
                                        .variable())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1x2x2")
                .hasMessageContaining("1x5x4");
    }

    private interface Term {
        void add(int example, int map, int channel, int i, int j, int row, int column);
    }

    /** Every pair of a place of the smaller side and a place of the window. */
    private static void forEach(int rows, int columns, int kernel, Term term) {
        for (int n = 0; n < BATCH; n++) {
            for (int m = 0; m < MAPS; m++) {
                for (int c = 0; c < CHANNELS; c++) {
                    for (int i = 0; i < rows; i++) {
                        for (int j = 0; j < columns; j++) {
                            for (int k = 0; k < kernel * kernel; k++) {
                                term.add(n, m, c, i, j, k / kernel, k % kernel);
                            }
                        }
                    }
                }
            }
        }
    }

    private static double[] values(int count) {
        return new SplittableRandom(count).doubles(count, -1, 1).toArray();
    }
}
