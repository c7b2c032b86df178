package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.diabolo.spi.graph.TensorSpec;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequencePlotTest {
    private static final int BLUE = 0x0072b2;
    private static final int VERMILION = 0xd55e00;

    @TempDir
    Path folder;

    @Test
    void theHigherValueIsDrawnHigher() {
        BufferedImage image = plot(1, new float[] {0, 0, 1, 1}, new float[] {1, 1, 0, 0});
        // The reconstruction, thin and of full colour, falls from the left to the right.
        List<int[]> line = pixels(image, BLUE);
        assertThat(line).isNotEmpty();
        int middle = image.getWidth() / 2;
        double left = line.stream()
                .filter(p -> p[0] < middle - 60)
                .mapToInt(p -> p[1])
                .average()
                .orElseThrow();
        double right = line.stream()
                .filter(p -> p[0] > middle + 60)
                .mapToInt(p -> p[1])
                .average()
                .orElseThrow();
        assertThat(left).isLessThan(right - 50);
    }

    @Test
    void eachFeatureHasAColourOfItsOwn() {
        float[] values = {0, 1, 0, 1, 0.5f, 0.5f, 0.5f, 0.5f};
        BufferedImage image = plot(2, values, values);

        assertThat(pixels(image, BLUE)).isNotEmpty();
        assertThat(pixels(image, VERMILION)).isNotEmpty();
        assertThat(pixels(plot(1, new float[] {0, 1, 0, 1}, new float[] {0, 1, 0, 1}), VERMILION))
                .isEmpty();
    }

    @Test
    void aReconstructionBeyondTheScaleDoesNotLeaveItsPanel() {
        float[] original = {0, 1, 0, 1};
        BufferedImage inside = plot(1, original, original);
        BufferedImage beyond = plot(1, original, new float[] {-40, 40, -40, 40});

        assertThat(beyond.getHeight()).isEqualTo(inside.getHeight());
        Set<Integer> outside = new TreeSet<>();
        for (int x = 0; x < beyond.getWidth(); x++) {
            outside.add(beyond.getRGB(x, 2) & 0xffffff);
            outside.add(beyond.getRGB(x, beyond.getHeight() - 3) & 0xffffff);
        }
        assertThat(outside).containsExactly(0xffffff);
    }

    @Test
    void constantSequencesAreDrawnInTheMiddle() {
        float[] same = {3, 3, 3, 3};
        BufferedImage image = plot(1, same, same);

        assertThat(pixels(image, BLUE)).isNotEmpty().allMatch(p -> Math.abs(p[1] - image.getHeight() / 2) < 4);
    }

    @Test
    void trainingOnSequencesLeavesAPlotAndReconstructMakesOne() throws Exception {
        Outcome trained = Outcome.of(
                        "train",
                        "lstm-ae",
                        "--data",
                        "sines:train=64,test=5,steps=8",
                        "--epochs",
                        1,
                        "--set",
                        "encoder.units=4",
                        "--out",
                        folder)
                .succeeded();
        assertThat(trained.out()).contains("originals broad and pale, reconstructions thin");
        assertThat(ImageIO.read(folder.resolve("reconstructions.png").toFile()).getWidth())
                .isGreaterThan(300);

        Path picture = folder.resolve("waves.png");
        JsonNode json = Outcome.of(
                        "reconstruct",
                        folder.resolve("model.dbl"),
                        "--data",
                        "sines:train=5,test=2,steps=8",
                        "--out",
                        picture,
                        "--json")
                .json();
        assertThat(json.path("sequences").asInt()).isEqualTo(2);
        assertThat(ImageIO.read(picture.toFile())).isNotNull();
    }

    @Test
    void theExampleForSequencesRuns() {
        Path example = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(directory -> directory.resolve("examples/sines.yaml"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        Outcome.of(
                        "train",
                        "lstm-ae",
                        "--config",
                        example,
                        "--data",
                        "sines:train=64,test=5",
                        "--epochs",
                        1,
                        "--out",
                        folder)
                .succeeded();

        assertThat(folder.resolve("model.dbl")).exists();
    }

    private static BufferedImage plot(int features, float[] original, float[] restored) {
        TensorSpec spec = TensorSpec.of(features, 4);
        return new SequencePlot(spec, List.of(original), List.of(restored)).draw();
    }

    private static List<int[]> pixels(BufferedImage image, int colour) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.range(0, all.length)
                .filter(i -> (all[i] & 0xffffff) == colour)
                .mapToObj(i -> new int[] {i % image.getWidth(), i / image.getWidth()})
                .toList();
    }
}
