package dev.diabolo.plugins.adversarial.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeformationTest {
    private static final int CHANNELS = 2;
    private static final int HEIGHT = 5;
    private static final int WIDTH = 7;
    private static final int SIZE = CHANNELS * HEIGHT * WIDTH;
    private static final int BATCH = 2000;
    private static final double PIXELS = 0.5;

    /** A slope of one in each pixel to the right: what is taken away is how far the pixel is moved. */
    @Test
    void aSlopeIsMovedByAnAffineFunctionOfThePlaceThatAllChannelsShare() {
        double[] moved = moved(1, 0, PIXELS);
        double middles = 0;
        for (int image = 0; image < BATCH; image++) {
            for (int row = 1; row < HEIGHT - 1; row++) {
                for (int column = 2; column < WIDTH - 2; column++) {
                    double here = at(moved, image, 0, row, column);
                    assertThat(at(moved, image, 1, row, column)).isCloseTo(here, within(1e-9));
                    assertThat(at(moved, image, 0, row, column - 1) + at(moved, image, 0, row, column + 1))
                            .isCloseTo(2 * here, within(1e-9));
                }
            }
            middles += Math.pow(at(moved, image, 0, HEIGHT / 2, WIDTH / 2), 2);
        }
        assertThat(Math.sqrt(middles / BATCH)).as("deviation of the shift").isCloseTo(PIXELS, within(0.03));
    }

    @Test
    void acrossAndDownAreMovedIndependently() {
        double[] across = moved(1, 0, PIXELS);
        double[] down = moved(0, 1, PIXELS);
        double products = 0;
        double edges = 0;
        for (int image = 0; image < BATCH; image++) {
            double first = at(across, image, 0, HEIGHT / 2, WIDTH / 2);
            double second = at(down, image, 0, HEIGHT / 2, WIDTH / 2);
            products += first * second;
            edges += Math.pow(at(down, image, 0, HEIGHT / 2, 1) - second, 2);
        }
        assertThat(products / BATCH).isCloseTo(0, within(0.03 * 0.5));
        assertThat(Math.sqrt(edges / BATCH))
                .as("how far the place at u = -2/3 is moved besides")
                .isCloseTo(PIXELS * 2 / 3, within(0.03));
    }

    @Test
    void nothingIsMovedByNothing() {
        assertThat(moved(1, 2, 0)).containsOnly(0);
    }

    @Test
    void whatIsNoImageIsRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> GraphProbe.of(
                        true,
                        1,
                        List.of(TensorSpec.of(6)),
                        (scope, inputs) -> Map.of(
                                "deformed",
                                new Deformation(1).of(scope, inputs.get(0)).variable())))
                .withMessageContaining("loss.consistency=0");
    }

    /** What is taken away from images that rise by so much in each pixel. */
    private static double[] moved(double across, double down, double pixels) {
        double[] images = new double[BATCH * SIZE];
        for (int i = 0; i < images.length; i++) {
            images[i] = across * (i % WIDTH) + down * (i / WIDTH % HEIGHT);
        }
        double[] deformed;
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(CHANNELS, HEIGHT, WIDTH)),
                (scope, inputs) -> Map.of(
                        "deformed",
                        new Deformation(pixels).of(scope, inputs.get(0)).variable()))) {
            deformed = probe.run(BATCH, List.of(images)).get("deformed").values();
        }
        for (int i = 0; i < images.length; i++) {
            deformed[i] = images[i] - deformed[i];
        }
        return deformed;
    }

    private static double at(double[] images, int image, int channel, int row, int column) {
        return images[image * SIZE + (channel * HEIGHT + row) * WIDTH + column];
    }
}
