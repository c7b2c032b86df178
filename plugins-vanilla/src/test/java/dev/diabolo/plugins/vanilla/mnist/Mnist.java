package dev.diabolo.plugins.vanilla.mnist;

import dev.diabolo.spi.data.Examples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** MNIST's images and labels in memory. */
record Mnist(float[][] images, int[] labels) {
    static final int CLASSES = 10;

    /** {@code -Ddiabolo.test.mnist}, {@code DIABOLO_TEST_MNIST}, or {@code shared/data/mnist} beside the project; else skips. */
    static Path directory() {
        String chosen = System.getProperty("diabolo.test.mnist", System.getenv("DIABOLO_TEST_MNIST"));
        Path directory =
                chosen != null ? Path.of(chosen) : Path.of("").toAbsolutePath().resolve("../../shared/data/mnist");
        Assumptions.assumeTrue(Files.isDirectory(directory), () -> "skipped: no MNIST at " + directory.normalize());
        return directory;
    }

    static Mnist of(Examples examples) {
        float[][] images = new float[examples.size()][examples.spec().size()];
        int[] labels = new int[examples.size()];
        for (int i = 0; i < images.length; i++) {
            examples.read(i, images[i], 0);
            labels[i] = examples.label(i);
        }
        return new Mnist(images, labels);
    }
}
